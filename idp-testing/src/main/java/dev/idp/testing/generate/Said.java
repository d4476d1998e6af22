package dev.idp.testing.generate;

import java.util.function.Consumer;

/**
 * One statement of a made-up program: how it reads, and what it does.
 *
 * @param <B> who says it
 * @param source the call without the dot before it: {@code replicas(2)}
 * @param effect the same call
 */
record Said<B>(String source, Consumer<? super B> effect) {

    static <B> Said<B> of(String source, Consumer<? super B> effect) {
        return new Said<>(source, effect);
    }

    /** The same for somebody who has all words of the first. */
    <C extends B> Said<C> by() {
        return new Said<>(source, effect);
    }

    Said<B> withComment(String comment) {
        return new Said<>(source + " // " + comment, effect);
    }

    boolean isComment() {
        return source.startsWith("//");
    }
}
