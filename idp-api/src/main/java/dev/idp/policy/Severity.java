package dev.idp.policy;

/** How much a finding matters, least first. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Worth mending. */
    WARNING,
    /** Not fit for use. */
    ERROR
}
