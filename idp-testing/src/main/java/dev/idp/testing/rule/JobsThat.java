package dev.idp.testing.rule;

import dev.idp.plan.JobPlan;

/**
 * The words to choose jobs with.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface JobsThat extends That<JobPlan, JobsThat, JobsShould> {

    /**
     * Chooses those that run again and again.
     *
     * @return what is chosen
     */
    default Chosen<JobPlan, JobsThat, JobsShould> areScheduled() {
        return satisfy(Traits.scheduled());
    }
}
