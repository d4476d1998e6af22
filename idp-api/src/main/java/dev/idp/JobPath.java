package dev.idp;

import java.util.Optional;

/** A golden path for jobs: it knows no ports, no probes and no copies. */
public non-sealed interface JobPath extends GoldenPath {

    @Override
    default Optional<JobPath> extending() {
        return Optional.empty();
    }

    /**
     * Says what jobs on this path get. Within a path the later statement wins.
     *
     * @param job takes defaults and mandates
     * @param environment where
     */
    void pave(JobPaving job, Environment environment);
}
