package dev.idp.kubernetes.apply;

/** What becomes of objects that are there already and belong to no set, or to another one. */
public enum Adoption {
    /** They are left alone, and applying them fails. */
    NONE,

    /**
     * Those that belong to no set are taken in, which a {@link ChangeSet} says beforehand. Nothing that others set is
     * overwritten: that would be a {@link Conflict}. It is the default, since namespaces are often there first.
     */
    UNOWNED,

    /** Those of other sets as well. The other set forgets them. */
    ALL
}
