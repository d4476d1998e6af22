package dev.idp.kubernetes.internal.cluster;

/** Thrown if a request did not come to what it was sent for. */
public abstract sealed class RequestFailure extends RuntimeException permits Refused, Unreachable {

    private static final long serialVersionUID = 1L;

    RequestFailure(String message) {
        super(message);
    }
}
