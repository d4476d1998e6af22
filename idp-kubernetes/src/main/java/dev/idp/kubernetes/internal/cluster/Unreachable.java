package dev.idp.kubernetes.internal.cluster;

/** Thrown if a server gave no answer, or none that helps, for as long as one was willing to try. */
public final class Unreachable extends RequestFailure {

    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
        super(message);
    }
}
