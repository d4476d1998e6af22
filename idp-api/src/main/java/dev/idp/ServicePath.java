package dev.idp;

import java.util.Optional;

/** A golden path for services. */
public non-sealed interface ServicePath extends GoldenPath {

    @Override
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
