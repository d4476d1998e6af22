package dev.idp.kubernetes.internal.render;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;

/** One concern that services alone have on Kubernetes: a pure function from their plan to objects. */
public interface ServiceFacet extends WorkloadFacet {

    /**
     * Renders the concern.
     *
     * @param service the service
     * @param environment the environment that it is in
     * @param output takes the objects
     */
    void render(ServicePlan service, EnvironmentPlan environment, Output output);

    @Override
    default void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        if (workload instanceof ServicePlan service) {
            render(service, environment, output);
        }
    }
}
