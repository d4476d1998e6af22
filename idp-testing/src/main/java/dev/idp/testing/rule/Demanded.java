package dev.idp.testing.rule;

import dev.idp.plan.WorkloadPlan;

/**
 * What a rule demands. Only its reason is missing, without which there is no rule. Demands are joined from left to right, and
 * after {@code noServices()} it is the whole of them that none may meet.
 *
 * <p>It is not meant to be implemented by others.
 *
 * @param <W> what the rule looks at, such as {@link dev.idp.plan.ServicePlan}
 * @param <S> the words to demand with
 */
public interface Demanded<W extends WorkloadPlan, S> {

    /**
     * Goes on to demand more.
     *
     * @return the words to demand with
     */
    S andShould();

    /**
     * Demands more.
     *
     * @param demand what they should be as well
     * @return the demand, which can go on
     */
    Demanded<W, S> andShould(Demand<? super W> demand);

    /**
     * Goes on to what would do instead.
     *
     * @return the words to demand with
     */
    S orShould();

    /**
     * Says what would do instead.
     *
     * @param demand what they may be instead
     * @return the demand, which can go on
     */
    Demanded<W, S> orShould(Demand<? super W> demand);

    /**
     * Says why, which makes it a rule.
     *
     * @param reason one clause
     * @return the rule
     */
    WorkloadRule because(String reason);
}
