package dev.idp.testing;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;

/** The entry to assertions on what a platform means. */
public final class PlatformAssertions {

    private PlatformAssertions() {}

    /**
     * Starts assertions on a planned environment.
     *
     * @param environment the plan
     * @return the assertions
     */
    public static EnvironmentAssert assertThat(EnvironmentPlan environment) {
        return new EnvironmentAssert(environment);
    }

    /**
     * Starts assertions on a planned service.
     *
     * @param environment the environment that it is in
     * @param service the plan
     * @return the assertions
     */
    public static ServiceAssert assertThat(EnvironmentPlan environment, ServicePlan service) {
        return new ServiceAssert(environment, service);
    }
}
