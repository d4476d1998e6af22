package dev.idp.testing.rule;

import dev.idp.plan.WorkloadPlan;

/**
 * The words to choose services and jobs with, when a rule is about both.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface WorkloadsThat extends That<WorkloadPlan, WorkloadsThat, WorkloadsShould> {}
