package dev.idp.testing;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a planned environment. */
public final class EnvironmentAssert extends AbstractAssert<EnvironmentAssert, EnvironmentPlan> {

    EnvironmentAssert(EnvironmentPlan actual) {
        super(actual, EnvironmentAssert.class);
    }

    /**
     * Goes on with a service.
     *
     * <pre>{@code
     * assertThat(plan.in("prod")).service("orders").calls("payments"); // passes if there is such a service
     * assertThat(plan.in("prod")).service("odrers");                   // fails, and lists those that there are
     * }</pre>
     *
     * @param name the service's name
     * @return assertions on the service
     */
    public ServiceAssert service(String name) {
        isNotNull();
        ServicePlan service = actual.findService(name)
                .orElseThrow(() -> failure(
                        "Expected a service '%s' in %s, but there are only: %s", name, actual.name(), serviceNames()));
        return new ServiceAssert(actual, service);
    }

    /**
     * Goes on with a job.
     *
     * <pre>{@code
     * assertThat(plan.in("prod")).job("report").calls("orders"); // passes if there is such a job
     * assertThat(plan.in("prod")).job("reprot");                 // fails, and lists those that there are
     * }</pre>
     *
     * @param name the job's name
     * @return assertions on the job
     */
    public JobAssert job(String name) {
        isNotNull();
        JobPlan job = actual.jobs().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure(
                        "Expected a job '%s' in %s, but there are only: %s",
                        name,
                        actual.name(),
                        actual.jobs().stream().map(JobPlan::name).collect(Collectors.joining(", "))));
        return new JobAssert(actual, job);
    }

    /**
     * Passes if the environment has no service of a name.
     *
     * <pre>{@code
     * assertThat(plan.in("prod")).hasNoService("loadgenerator"); // passes if it runs elsewhere alone
     * assertThat(plan.in("dev")).hasNoService("loadgenerator");  // fails, and says where it was declared
     * }</pre>
     *
     * @param name the service's name
     * @return this
     */
    public EnvironmentAssert hasNoService(String name) {
        isNotNull();
        actual.findService(name).ifPresent(service -> {
            throw failure(
                    "Expected no service '%s' in %s, but there is one, declared by %s",
                    name, actual.name(), service.identity().source());
        });
        return this;
    }

    private String serviceNames() {
        return actual.services().stream().map(ServicePlan::name).collect(Collectors.joining(", "));
    }
}
