package dev.idp;

/**
 * How the texts within a value are found and replaced, so that references in them make edges and are resolved.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface TextForm<T> {

    /**
     * Returns a value whose texts are what the resolver makes of them.
     *
     * @param value the value
     * @param resolver takes every text of the value, in a stable order
     * @return the value with resolved texts; the value itself if it has none
     */
    T resolve(T value, Resolver resolver);

    /** Takes texts with references, and returns them with what is referred to. */
    interface Resolver {

        /**
         * Resolves a text that anyone may read.
         *
         * @param text the text
         * @return the resolved text
         */
        Text resolve(Text text);

        /**
         * Resolves a text that holds a secret.
         *
         * @param text the text
         * @return the resolved text
         */
        SecretText resolve(SecretText text);
    }
}
