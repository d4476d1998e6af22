package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** What an environment should be to another one. */
interface Relation {

    EnvironmentPair pair();

    String sentence();

    /** What is found of the environments themselves. */
    List<Deviation> of(EnvironmentPlan here, EnvironmentPlan there);

    /** What is found of a workload that is in both. */
    List<Deviation> of(WorkloadPair workload);
}
