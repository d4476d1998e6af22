package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** What an environment should be to another one. */
interface Relation {

    EnvironmentPair pair();

    String sentence();

    List<Deviation> deviations(EnvironmentPlan here, EnvironmentPlan there);
}
