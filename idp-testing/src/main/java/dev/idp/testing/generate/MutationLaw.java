package dev.idp.testing.generate;

import dev.idp.plan.Plan;

/** What must hold when one workload says one more thing. */
@FunctionalInterface
public interface MutationLaw {

    /**
     * Throws if it does not hold.
     *
     * @param before the plan before
     * @param after the plan after
     * @param mutation what was said in between
     */
    void ask(Plan before, Plan after, Mutation mutation);
}
