package dev.idp.kubernetes.internal.schema;

/** How the API server reads what is not quite there, which differs with who decodes it. */
public enum Manners {
    /** Kinds of Kubernetes itself become structures of Go, in which nothing, null and an empty text are one. */
    BUILT_IN,
    /** The same, where all that is known of kinds is a document of their cluster, which does not say what may be empty. */
    DOCUMENTED,
    /** Custom resources stay what they are. */
    CUSTOM
}
