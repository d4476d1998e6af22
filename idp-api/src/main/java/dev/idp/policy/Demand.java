package dev.idp.policy;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * Something that holds or does not hold of one thing, and what to say where it does not.
 *
 * @param <W> what it is demanded of
 * @param holds true for what is as it must be
 * @param otherwise what to say of what is not, in one clause
 */
public record Demand<W>(Predicate<? super W> holds, String otherwise) {

    /**
     * Refuses null.
     *
     * @param holds true for what is as it must be
     * @param otherwise what to say of what is not, in one clause
     */
    public Demand {
        Objects.requireNonNull(holds, "the demand of a rule is null");
        Objects.requireNonNull(otherwise, "what a rule says is null");
    }
}
