package dev.idp.kubernetes.internal.render;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.WorkloadPlan;

/** One concern that jobs alone have on Kubernetes: a pure function from their plan to objects. */
public interface JobFacet extends WorkloadFacet {

    /**
     * Renders the concern.
     *
     * @param job the job
     * @param environment the environment that it is in
     * @param output takes the objects
     */
    void render(JobPlan job, EnvironmentPlan environment, Output output);

    @Override
    default void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        if (workload instanceof JobPlan job) {
            render(job, environment, output);
        }
    }
}
