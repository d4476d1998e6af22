package dev.idp.kubernetes.internal.render;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;

/** One concern that a workload of any kind has on Kubernetes: a pure function from its plan to objects. */
@FunctionalInterface
public interface WorkloadFacet {

    /**
     * Renders the concern.
     *
     * @param workload the service or job
     * @param environment the environment that it is in
     * @param output takes the objects
     */
    void render(WorkloadPlan workload, EnvironmentPlan environment, Output output);
}
