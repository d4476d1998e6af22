package dev.idp.kubernetes.internal.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A value that nobody may see. It can be compared and sent to where it belongs, and shows itself nowhere else. */
public final class SecretText {

    /** What is shown instead. */
    public static final String HIDDEN = "(hidden)";

    private final Object value;

    /**
     * Hides a value.
     *
     * @param value a text; a number or a boolean where somebody took one for a text, which the server shall say
     */
    public SecretText(Object value) {
        this.value = value;
    }

    /** Returns the value, for {@link JsonTrees#reveal} alone. */
    Object value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText that
                && value.getClass() == that.value.getClass()
                && MessageDigest.isEqual(bytes(), that.bytes());
    }

    private byte[] bytes() {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns {@link #HIDDEN}. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
