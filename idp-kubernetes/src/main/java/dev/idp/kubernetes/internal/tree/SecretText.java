package dev.idp.kubernetes.internal.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A text that nobody may see. It can be compared and sent to where it belongs, and shows itself nowhere else. */
public final class SecretText {

    /** What is shown instead. */
    public static final String HIDDEN = "(hidden)";

    private final String text;

    /**
     * Hides a text.
     *
     * @param text the text
     */
    public SecretText(String text) {
        this.text = text;
    }

    /** Returns the text, for {@link JsonTrees#reveal} alone. */
    String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@link #HIDDEN}. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
