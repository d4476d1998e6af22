package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** Judges the objects of one kind. */
@FunctionalInterface
public interface Rule {

    /**
     * Judges an object.
     *
     * @param object the object's values
     * @return how far it is
     */
    Status of(Subject object);
}
