package dev.idp.kubernetes.internal.render;

import dev.idp.plan.EnvironmentPlan;

/** One concern that an environment as a whole has on Kubernetes: a pure function from its plan to objects. */
@FunctionalInterface
public interface EnvironmentFacet {

    /**
     * Renders the concern.
     *
     * @param environment the environment
     * @param output takes the objects
     */
    void render(EnvironmentPlan environment, Output output);
}
