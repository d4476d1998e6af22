package dev.idp.tests.kubernetes.facets;

import dev.idp.Resource;
import dev.idp.Text;

/** A resource type of a user's own: a directory that several services see. */
record Share(String name) implements Resource {

    Text volume() {
        return output("volume");
    }
}
