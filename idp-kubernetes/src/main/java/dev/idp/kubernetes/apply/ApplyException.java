package dev.idp.kubernetes.apply;

/** Thrown if a cluster is not as it should be, or may not be changed as was asked. The message says what, where, and what to do. */
public final class ApplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApplyException(String message) {
        super(message);
    }
}
