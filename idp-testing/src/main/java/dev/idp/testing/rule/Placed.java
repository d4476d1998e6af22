package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;

/** A workload where it is: who calls it, and what it is there for, is not known to the workload itself. */
record Placed<W extends WorkloadPlan>(W subject, EnvironmentPlan environment) {}
