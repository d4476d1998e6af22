package dev.idp.explain;

import org.jspecify.annotations.Nullable;

/**
 * What one layer says about one value.
 *
 * @param <T> the value's type
 * @param source who says it
 * @param value what is said; {@code null} takes away what weaker layers say
 */
public record Claim<T>(Source source, @Nullable T value) {

    /**
     * Returns the value in the reader's words.
     *
     * @return the value's text, or {@code unset} when the claim takes the value away
     */
    public String valueText() {
        return value == null ? "unset" : value.toString();
    }

    /** Returns for example {@code 128Mi by golden path spring-web 2.1, SpringWeb.java:23}. */
    @Override
    public String toString() {
        return valueText() + " by " + source;
    }
}
