package dev.idp;

import java.util.Optional;

/**
 * A golden path: what a kind of service gets without asking, in one environment.
 *
 * <p>A path is a plain Java class; its inputs are its constructor's. It must be pure: the same path and environment give
 * the same statements.
 */
public interface ServicePath {

    /**
     * Returns the path's name, for explanations.
     *
     * @return in lower case with dashes
     */
    String id();

    /**
     * Returns the path's version, for explanations.
     *
     * @return as its author numbers it
     */
    String version();

    /**
     * Returns the path that this one builds on. What this one says is stronger.
     *
     * @return the path, or empty
     */
    default Optional<ServicePath> extending() {
        return Optional.empty();
    }

    /**
     * Says what services on this path get. Within a path the later statement wins.
     *
     * @param service takes defaults and mandates
     * @param environment where
     */
    void pave(ServicePaving service, Environment environment);
}
