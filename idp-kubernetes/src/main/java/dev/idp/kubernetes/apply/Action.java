package dev.idp.kubernetes.apply;

/** What applying does to an object. */
public enum Action {
    /** It is not there, and is made. */
    CREATE,

    /** It is there, belongs to no set or to another one, and is taken in. */
    ADOPT,

    /** Some of its fields are set or removed. */
    UPDATE,

    /** Nothing. */
    UNCHANGED,

    /** It cannot become what it shall be, and would have to be deleted and made again: only where that is allowed. */
    REPLACE,

    /** It is no longer wanted: it is deleted if pruning is asked for. */
    PRUNE,

    /** Others set fields that it shall set. */
    CONFLICT,

    /** The API server would refuse it. */
    REFUSED
}
