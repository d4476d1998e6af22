package dev.idp.testing;

import dev.idp.EnvironmentSettings;
import dev.idp.PublicEntry;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Assertions on a planned environment. */
public final class EnvironmentAssert extends IntentAssert<EnvironmentAssert, EnvironmentPlan> {

    EnvironmentAssert(@Nullable EnvironmentPlan actual, boolean isThere, Complaints complaints) {
        super(actual, isThere, complaints, EnvironmentAssert.class);
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
        Optional<ServicePlan> found = find(
                environment -> environment.findService(name),
                environment -> "Expected a service '" + name + "' in " + environment.name()
                        + Said.only(
                                name,
                                environment.services().stream()
                                        .map(ServicePlan::name)
                                        .toList()));
        return new ServiceAssert(actual, found.orElse(null), found.isPresent(), complaints());
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
        Optional<JobPlan> found = find(
                environment -> environment.jobs().stream()
                        .filter(job -> job.name().equals(name))
                        .findFirst(),
                environment -> "Expected a job '" + name + "' in " + environment.name()
                        + Said.only(
                                name,
                                environment.jobs().stream().map(JobPlan::name).toList()));
        return new JobAssert(actual, found.orElse(null), found.isPresent(), complaints());
    }

    /**
     * Goes on with all services, those included that provisioners added.
     *
     * @return assertions on the services, of which there must be one at least
     * @see ServicesAssert#each
     */
    public ServicesAssert services() {
        return services("services", service -> true, service -> List.of(service.identity()));
    }

    /**
     * Goes on with the services that the public reaches.
     *
     * <pre>{@code
     * assertThat(prod).publicServices().areOnly("frontend"); // passes if nothing else has an address
     * assertThat(prod).publicServices();                     // fails if nothing is public
     * }</pre>
     *
     * @return assertions on the services, of which there must be one at least
     */
    public ServicesAssert publicServices() {
        return services(
                "public services",
                service -> !service.routes().isEmpty(),
                service -> List.copyOf(service.entries(Settings.ROUTE).values()));
    }

    private ServicesAssert services(
            String what, Predicate<ServicePlan> which, Function<ServicePlan, List<Decision<?>>> because) {
        Optional<List<ServicesAssert.Located>> found = find(
                environment -> Optional.of(environment.services().stream()
                        .filter(which)
                        .map(service -> new ServicesAssert.Located(environment, service))
                        .toList()),
                environment -> "");
        return ServicesAssert.of(
                what + found.map(all -> " in " + actual.name()).orElse(""), found, because, complaints());
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
        return fact(environment -> environment
                .findService(name)
                .map(service -> "Expected no service '" + name + "' in " + environment.name()
                        + ", but there is one, declared by "
                        + service.identity().source()));
    }

    /**
     * Passes if something of a kind supplies a resource.
     *
     * <pre>{@code
     * assertThat(prod).hasResource("orders-db", "existing-postgres"); // passes if that supplies it
     * assertThat(dev).hasResource("orders-db", "existing-postgres");  // fails, and says what does, and who chose it
     * }</pre>
     *
     * @param name the resource's name
     * @param provisioner the id of what must supply it
     * @return this
     */
    public EnvironmentAssert hasResource(String name, String provisioner) {
        return fact(environment -> {
            Optional<ResourcePlan> found = environment.findResource(name);
            String expected =
                    "Expected resource '" + name + "' in " + environment.name() + " to be supplied by " + provisioner;
            if (found.isEmpty()) {
                return Optional.of(expected
                        + Said.only(
                                name,
                                environment.resources().stream()
                                        .map(ResourcePlan::name)
                                        .toList()));
            }
            Decision<String> actual = found.get().provisioner();
            return actual.get().equals(provisioner)
                    ? Optional.empty()
                    : Optional.of(expected + ", but it is supplied by " + actual.get() + Said.by(actual));
        });
    }

    /**
     * Passes if whatever is public is reached through TLS, or nothing is public.
     *
     * <pre>{@code
     * assertThat(prod).isPublicThroughTlsAlone(); // passes if its public entry has certificates
     * assertThat(dev).isPublicThroughTlsAlone();  // fails, and says who declared the entry, and what is public
     * }</pre>
     *
     * @return this
     */
    public EnvironmentAssert isPublicThroughTlsAlone() {
        return fact(environment -> {
            Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
            List<String> open = environment.services().stream()
                    .filter(service -> !service.routes().isEmpty())
                    .map(ServicePlan::name)
                    .toList();
            return open.isEmpty() || entry.value().filter(PublicEntry::hasTls).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "Expected whatever is public in " + environment.name()
                                    + " to be reached through TLS alone, but public entry "
                                    + entry.value().map(PublicEntry::toString).orElse("")
                                    + " has no certificates" + Said.by(entry) + "; public are: "
                                    + String.join(", ", open)
                                    + "\n  fix: add certificatesFrom(...), certificateIn(...) or terminatingTls() to the entry");
        });
    }
}
