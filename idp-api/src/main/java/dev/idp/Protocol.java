package dev.idp;

/** What is spoken on a port. */
public enum Protocol {
    /** HTTP, in clear. */
    HTTP,
    /** gRPC over HTTP/2, in clear. */
    GRPC,
    /** Anything else over TCP. */
    TCP,
    /** Anything over UDP. */
    UDP
}
