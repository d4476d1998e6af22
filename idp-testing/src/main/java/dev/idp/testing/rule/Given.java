package dev.idp.testing.rule;

import dev.idp.plan.WorkloadPlan;

/**
 * What a rule is about, before anything is chosen of it.
 *
 * <p>It is not meant to be implemented by others.
 *
 * @param <W> what the rule looks at, such as {@link dev.idp.plan.ServicePlan}
 * @param <T> the words to choose with
 * @param <S> the words to demand with
 */
public interface Given<W extends WorkloadPlan, T, S> {

    /**
     * Starts to choose some of them.
     *
     * @return the words to choose with
     */
    T that();

    /**
     * Chooses some of them by a trait of the author's own.
     *
     * @param trait what those have that the rule is about
     * @return what is chosen
     */
    Chosen<W, T, S> that(Trait<? super W> trait);

    /**
     * Starts to demand something of all of them.
     *
     * @return the words to demand with
     */
    S should();

    /**
     * Demands something of all of them, in the author's own words.
     *
     * @param demand what they should be
     * @return the demand, which can go on
     */
    Demanded<W, S> should(Demand<? super W> demand);
}
