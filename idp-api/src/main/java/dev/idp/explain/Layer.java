package dev.idp.explain;

/** Who may say what a value is, strongest first. */
public enum Layer {
    /** A value that the platform, an environment or a golden path demands. */
    MANDATE,
    /** The service itself, for one environment. */
    SERVICE_IN_ENVIRONMENT,
    /** The service itself, for all environments of one tier. */
    SERVICE_IN_TIER,
    /** The service itself, in general. */
    SERVICE,
    /** The golden path that the service is on; an extending path is stronger than the one it extends. */
    GOLDEN_PATH,
    /** A default of the environment. */
    ENVIRONMENT,
    /** A default of the platform. */
    PLATFORM,
    /** A default of this library. */
    LIBRARY
}
