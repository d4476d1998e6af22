package dev.idp.testing.rule;

import dev.idp.plan.WorkloadPlan;

/**
 * What a rule is about. Choices are joined from left to right: {@code a or b and c} is those of {@code a or b} that are
 * also {@code c}.
 *
 * <p>It is not meant to be implemented by others.
 *
 * @param <W> what the rule looks at, such as {@link dev.idp.plan.ServicePlan}
 * @param <T> the words to choose with
 * @param <S> the words to demand with
 */
public interface Chosen<W extends WorkloadPlan, T, S> {

    /**
     * Goes on to choose fewer.
     *
     * @return the words to choose with
     */
    T and();

    /**
     * Chooses fewer.
     *
     * @param trait what they must have as well
     * @return what is chosen
     */
    Chosen<W, T, S> and(Trait<? super W> trait);

    /**
     * Goes on to choose more.
     *
     * @return the words to choose with
     */
    T or();

    /**
     * Chooses more.
     *
     * @param trait what the others have
     * @return what is chosen
     */
    Chosen<W, T, S> or(Trait<? super W> trait);

    /**
     * Starts to demand something of what is chosen.
     *
     * @return the words to demand with
     */
    S should();

    /**
     * Demands something of what is chosen, in the author's own words.
     *
     * @param demand what they should be
     * @return the demand, which can go on
     */
    Demanded<W, S> should(Demand<? super W> demand);
}
