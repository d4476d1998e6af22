package dev.idp;

import java.util.List;

/** What a composed text is made of: a {@link Text} that anyone may read, or a {@link SecretText}. */
public sealed interface TextPart permits Text, SecretText {

    /**
     * Returns what the text is made of.
     *
     * @return the segments in their order
     */
    List<Segment> segments();
}
