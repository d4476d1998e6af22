package dev.idp.policy;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a rule looks at, one after the other, and how it says what it finds there: the part of a rule that is the same for all
 * rules of a kind. {@link Rules} has those on intent; backends have their own, on what they make.
 *
 * @param <T> what a whole rule looks at
 * @param <W> one of what is in it
 * @param <F> what takes the findings at one of them
 */
public interface Selection<T, W, F> {

    /**
     * Shows everything to a rule. What the rule throws at one of them becomes a finding there, and the others are shown
     * nevertheless.
     *
     * @param rule the rule
     * @param all what the whole rule looks at
     * @param check what it does at each of them
     * @return what was found, in a stable order
     */
    List<Finding> show(Rule<T> rule, T all, BiConsumer<? super W, ? super F> check);

    /**
     * Adds the finding that one of them is not as it must be.
     *
     * @param subject one of them
     * @param findings takes the finding
     * @param message what was found, in one clause
     */
    void fail(W subject, F findings, String message);

    /**
     * Adds the finding that one of them does not meet a demand. A selection that knows the demand's kind may say more precisely
     * where.
     *
     * @param subject one of them
     * @param findings takes the finding
     * @param broken what does not hold
     */
    default void fail(W subject, F findings, Demand<W> broken) {
        fail(subject, findings, broken.otherwise());
    }
}
