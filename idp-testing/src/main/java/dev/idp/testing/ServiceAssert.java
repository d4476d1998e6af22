package dev.idp.testing;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;

/** Assertions on a planned service. */
public final class ServiceAssert extends WorkloadAssert<ServiceAssert, ServicePlan> {

    ServiceAssert(EnvironmentPlan environment, ServicePlan actual) {
        super(environment, actual, ServiceAssert.class);
    }

    /**
     * Passes if the service is public at an address.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").isPublicAt("www.shop.example/"); // passes if a route leads there
     * assertThat(prod).service("payments").isPublicAt("pay.shop.example/"); // fails, and lists its routes
     * }</pre>
     *
     * @param address host and path
     * @return this
     */
    public ServiceAssert isPublicAt(String address) {
        if (actual.routes().stream().noneMatch(route -> route.address().equals(address))) {
            throw failure(
                    "Expected %s in %s to be public at %s, but it is public at: %s",
                    name(), in(), address, actual.routes());
        }
        return this;
    }

    /**
     * Passes if the service is not public.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").isNotPublic(); // passes if it has no route
     * assertThat(prod).service("frontend").isNotPublic(); // fails, and lists its routes
     * }</pre>
     *
     * @return this
     */
    public ServiceAssert isNotPublic() {
        if (!actual.routes().isEmpty()) {
            throw failure("Expected %s in %s not to be public, but it is public at: %s", name(), in(), actual.routes());
        }
        return this;
    }
}
