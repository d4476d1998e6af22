package dev.idp.kubernetes.internal.render;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Where facets put the objects that they make. */
public interface Output {

    /**
     * Starts an object.
     *
     * @return the trace of what is written to it until it is {@linkplain #add added}
     */
    Trace start();

    /**
     * Adds the object that was started last.
     *
     * @param object the object
     */
    default void add(HasMetadata object) {
        add(object, "");
    }

    /**
     * Adds the object that was started last, where a workload has more than one of its kind.
     *
     * @param object the object
     * @param part what tells its file from the others of its kind; empty for the usual one
     */
    void add(HasMetadata object, String part);
}
