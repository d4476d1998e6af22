package dev.idp.kubernetes.internal.render;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;

/** One concern that a service has on Kubernetes: a pure function from its plan to objects. */
@FunctionalInterface
public interface ServiceFacet {

    /**
     * Renders the concern.
     *
     * @param service the service
     * @param environment the environment that it is in
     * @param output takes the objects
     */
    void render(ServicePlan service, EnvironmentPlan environment, Output output);
}
