package dev.idp.kubernetes.check;

/** An object, or a part of one, that {@linkplain Condition conditions} may be put on. */
public interface HasFields {

    /**
     * Returns what several names lead to.
     *
     * @param names the name of a field, the name of a field of that, and so on; none for what has the fields itself
     * @return the field, there or not
     */
    Field at(String... names);
}
