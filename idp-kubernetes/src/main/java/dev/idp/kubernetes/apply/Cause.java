package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.ready.OneLine;

/**
 * Why something does not get ready, as far as the cluster says.
 *
 * @param what what is wrong, in one clause: on one line, and of at most three hundred characters
 * @param where of which object, such as {@code pod shop/orders-5c9d-x2x4z, container app}
 * @param look a command that shows more
 */
public record Cause(String what, String where, String look) {

    /**
     * Cuts what a cluster says to one line.
     *
     * @param what what is wrong
     * @param where of which object
     * @param look a command that shows more
     */
    public Cause {
        what = OneLine.of(what);
        where = OneLine.uncut(where);
        look = OneLine.uncut(look);
    }
}
