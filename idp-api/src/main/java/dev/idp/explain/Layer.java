package dev.idp.explain;

/** Who may say what a value is, strongest first. */
public enum Layer {
    /** A value that the platform, an environment or a golden path demands. */
    MANDATE,
    /** The workload itself, for one environment. */
    WORKLOAD_IN_ENVIRONMENT,
    /** What is released in one environment: the versions of images. */
    RELEASE,
    /** The workload itself, for all environments of one tier. */
    WORKLOAD_IN_TIER,
    /** The workload itself, in general. */
    WORKLOAD,
    /** The golden path that the workload is on; an extending path is stronger than the one it extends. */
    GOLDEN_PATH,
    /** A default of the environment. */
    ENVIRONMENT,
    /** A default of the platform. */
    PLATFORM,
    /** A default of this library. */
    LIBRARY;

    /**
     * Tells whether a workload itself says it.
     *
     * @return true for what it says in general, for a tier, or for an environment
     */
    public boolean isOfWorkload() {
        return this == WORKLOAD || this == WORKLOAD_IN_TIER || this == WORKLOAD_IN_ENVIRONMENT;
    }
}
