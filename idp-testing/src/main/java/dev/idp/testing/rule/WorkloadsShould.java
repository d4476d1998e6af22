package dev.idp.testing.rule;

import dev.idp.plan.WorkloadPlan;

/**
 * The words to demand something of services and jobs with, when a rule is about both.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface WorkloadsShould extends Should<WorkloadPlan, WorkloadsShould> {}
