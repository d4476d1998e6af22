package dev.idp.kubernetes.internal.schema;

/** How the API server reads what is not quite there, which differs with who decodes it. */
public enum Manners {
    /** Kinds of Kubernetes itself become structures of Go, in which nothing, null and an empty text are one. */
    BUILT_IN,
    /** Custom resources stay what they are. */
    CUSTOM
}
