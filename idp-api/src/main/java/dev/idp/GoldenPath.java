package dev.idp;

import java.util.Optional;

/**
 * What a kind of workload gets without asking, in one environment: a {@link ServicePath} or a {@link JobPath}.
 *
 * <p>A path is a plain Java class; its inputs are its constructor's. It must be pure: the same path and environment give
 * the same statements, and since environments are planned side by side, it keeps nothing from one call to the next.
 */
public sealed interface GoldenPath permits ServicePath, JobPath {

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
    Optional<? extends GoldenPath> extending();
}
