package dev.idp;

/** What people may do by hand to what is theirs. */
public enum Access {
    /** Nothing. */
    NONE,
    /** See everything but secrets. */
    VIEW,
    /** See and change everything but rights, secrets included. */
    EDIT,
    /** Also grant rights to others. */
    ADMIN;

    static final JsonForm<Access> JSON = JsonForm.ofEnum(Access.class);
}
