package dev.idp.kubernetes;

import java.util.List;

/** An extension that adds objects. */
interface MakesObjects {

    /** What is to be called for something that the extension is attached to. */
    List<Making> makings(Attachment attachment);
}
