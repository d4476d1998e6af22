package dev.idp.testing.rule;

import dev.idp.plan.JobPlan;

/**
 * The words to demand something of jobs with.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface JobsShould extends Should<JobPlan, JobsShould> {

    /**
     * Demands that they end after some time, finished or not.
     *
     * @return the demand, which can go on
     */
    default Demanded<JobPlan, JobsShould> haveDeadline() {
        return satisfy(SizeDemands.haveDeadline());
    }
}
