package dev.idp.kubernetes.internal.schema;

/** What may be wrong with a field; each is a rule's own. */
public enum Concern {
    /** Nothing of that name is known. */
    UNKNOWN_FIELD,
    /** A text where a number belongs, and the like. */
    WRONG_TYPE,
    /** What must be said is not. */
    MISSING_FIELD,
    /** It is none of those that there are. */
    UNKNOWN_VALUE,
    /** A quantity, a duration or a share that nobody can read. */
    BAD_QUANTITY,
    /** It has the right type, and is out of bounds or has the wrong form. */
    BAD_VALUE,
    /** Two elements of a list that are to differ. */
    DUPLICATE_KEY,
    /** A rule of a definition that is broken. */
    BROKEN_RULE,
    /** A rule of a definition of which nobody can tell. */
    UNJUDGED_RULE
}
