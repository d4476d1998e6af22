package dev.idp.testing.part;

import dev.idp.Tier;
import dev.idp.explain.Origin;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that a part expects.
 *
 * @param what in a clause
 * @param because why
 * @param tiers where; none for everywhere
 * @param check throws if it is not so
 * @param origin the line of the contract
 */
record Demand(String what, String because, List<Tier> tiers, Consumer<EnvironmentPlan> check, Origin origin) {

    boolean appliesTo(EnvironmentPlan environment) {
        return tiers.isEmpty() || tiers.contains(environment.tier());
    }
}
