package dev.idp.plan;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Releases;
import dev.idp.Setting;
import dev.idp.Tier;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** One environment of a platform, planned: what backends render and what most tests read. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class EnvironmentPlan {

    EnvironmentPlan() {}

    /**
     * Creates the plan of an environment.
     *
     * @param platform the platform's name, and who declared it
     * @param identity the environment's name, and who declared it
     * @param decisions its settings
     * @param workloads the services in it, in any order
     * @param externals the external services that are used in it, in any order
     * @param resources the resources that are used in it, in any order
     * @param graph who calls whom
     * @return the plan
     */
    public static EnvironmentPlan of(
            Decision<String> platform,
            Decision<String> identity,
            Decisions decisions,
            List<? extends WorkloadPlan> workloads,
            List<Decision<ExternalService>> externals,
            List<ResourcePlan> resources,
            Graph graph) {
        return ImmutableEnvironmentPlan.builder()
                .platform(platform)
                .identity(identity)
                .decisions(decisions)
                .services(sorted(workloads, ServicePlan.class))
                .jobs(sorted(workloads, JobPlan.class))
                .externals(externals.stream()
                        .sorted((a, b) -> a.get().name().compareTo(b.get().name()))
                        .toList())
                .resources(resources.stream()
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList())
                .graph(graph)
                .build();
    }

    private static <W extends WorkloadPlan> List<W> sorted(List<? extends WorkloadPlan> workloads, Class<W> kind) {
        return workloads.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /**
     * Returns the name of the platform.
     *
     * @return the name and where the platform was declared
     */
    public abstract Decision<String> platform();

    /**
     * Returns the environment's name as something that was said.
     *
     * @return the name and where the environment was declared
     */
    public abstract Decision<String> identity();

    /**
     * Returns what was decided about the environment itself.
     *
     * @return the decisions
     */
    public abstract Decisions decisions();

    /**
     * Returns the services, those included that provisioners added.
     *
     * @return in the order of their names
     */
    public abstract List<ServicePlan> services();

    /**
     * Returns the jobs.
     *
     * @return in the order of their names
     */
    public abstract List<JobPlan> jobs();

    /**
     * Returns everything that runs.
     *
     * @return services, then jobs, each in the order of their names
     */
    @Value.Lazy
    public List<WorkloadPlan> workloads() {
        List<WorkloadPlan> workloads = new ArrayList<>(services());
        workloads.addAll(jobs());
        return Collections.unmodifiableList(workloads);
    }

    /**
     * Returns the external services that are used here.
     *
     * @return in the order of their names
     */
    public abstract List<Decision<ExternalService>> externals();

    /**
     * Returns the resources that are used here.
     *
     * @return in the order of their names
     */
    public abstract List<ResourcePlan> resources();

    /**
     * Returns who calls whom.
     *
     * @return the graph
     */
    public abstract Graph graph();

    /**
     * Returns the environment's name.
     *
     * @return a DNS label
     */
    public String name() {
        return identity().get();
    }

    /**
     * Returns what the environment is for.
     *
     * @return the tier
     */
    public Tier tier() {
        return decision(EnvironmentSettings.TIER).get();
    }

    /**
     * Returns the environment's own namespace, which everything shares unless it was said otherwise.
     *
     * @return a DNS label
     */
    public String namespace() {
        return decision(EnvironmentSettings.NAMESPACE).get();
    }

    @Value.Lazy
    Homes homes() {
        return new Homes(this);
    }

    /**
     * Returns the namespaces.
     *
     * @return the environment's own first, also if nothing is in it, the others in the order of their names
     */
    @Value.Lazy
    public List<NamespacePlan> namespaces() {
        return homes().namespaces();
    }

    /**
     * Returns the namespace that a workload is in.
     *
     * @param workload a workload of this environment
     * @return the name, with everything that it is made of
     */
    public Decision<String> namespaceOf(WorkloadPlan workload) {
        return homes().of(workload);
    }

    /**
     * Returns the namespace that what supplies a resource is in.
     *
     * @param resource a resource of this environment
     * @return the name, with everything that it is made of
     */
    public Decision<String> namespaceOf(ResourcePlan resource) {
        return homes().of(resource);
    }

    /**
     * Returns what is decided about a setting of the environment.
     *
     * @param <T> the value's type
     * @param setting the setting
     * @return the decision, with or without a value
     */
    public <T> Decision<T> decision(Setting<T> setting) {
        return decisions().decision(setting);
    }

    @Value.Lazy
    Map<String, ServicePlan> servicesByName() {
        Map<String, ServicePlan> byName = new LinkedHashMap<>();
        services().forEach(service -> byName.put(service.name(), service));
        return byName;
    }

    @Value.Lazy
    Map<String, Decision<ExternalService>> externalsByName() {
        Map<String, Decision<ExternalService>> byName = new LinkedHashMap<>();
        externals().forEach(external -> byName.put(external.get().name(), external));
        return byName;
    }

    @Value.Lazy
    Map<String, ResourcePlan> resourcesByName() {
        Map<String, ResourcePlan> byName = new LinkedHashMap<>();
        resources().forEach(resource -> byName.put(resource.name(), resource));
        return byName;
    }

    /**
     * Returns a service.
     *
     * @param name the service's name
     * @return the service
     * @throws NoSuchElementException if there is no such service here; the message lists those that there are
     */
    public ServicePlan service(String name) {
        return findService(name)
                .orElseThrow(() -> new NoSuchElementException("no service '" + name + "' in " + name() + ", only "
                        + services().stream().map(ServicePlan::name).collect(Collectors.joining(", "))));
    }

    /**
     * Finds a service.
     *
     * @param name the service's name
     * @return the service, or empty
     */
    public Optional<ServicePlan> findService(String name) {
        return Optional.ofNullable(servicesByName().get(name));
    }

    /**
     * Finds an external service.
     *
     * @param name the service's name
     * @return the external service and where it was declared, or empty
     */
    public Optional<Decision<ExternalService>> findExternal(String name) {
        return Optional.ofNullable(externalsByName().get(name));
    }

    /**
     * Returns a job.
     *
     * @param name its name
     * @return the job
     * @throws NoSuchElementException if the environment has no such job
     */
    public JobPlan job(String name) {
        return jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no job '" + name + "' in " + name() + ", only "
                        + jobs().stream().map(JobPlan::name).collect(Collectors.joining(", "))));
    }

    /**
     * Looks for a service or a job.
     *
     * @param name its name
     * @return the workload, or empty
     */
    public Optional<WorkloadPlan> findWorkload(String name) {
        return findService(name)
                .map(WorkloadPlan.class::cast)
                .or(() -> jobs().stream().filter(job -> job.name().equals(name)).findFirst());
    }

    /**
     * Returns a resource.
     *
     * @param name its name
     * @return the resource
     * @throws NoSuchElementException if nothing in the environment needs such a resource
     */
    public ResourcePlan resource(String name) {
        return findResource(name)
                .orElseThrow(() -> new NoSuchElementException("no resource '" + name + "' in " + name() + ", only "
                        + resources().stream().map(ResourcePlan::name).collect(Collectors.joining(", "))));
    }

    /**
     * Looks for a resource.
     *
     * @param name its name
     * @return the resource, or empty
     */
    public Optional<ResourcePlan> findResource(String name) {
        return Optional.ofNullable(resourcesByName().get(name));
    }

    /**
     * Returns the versions that are released here, for the next environment to be promoted to.
     *
     * @return versions by workload
     */
    public Releases releases() {
        Releases releases = Releases.none();
        for (Map.Entry<String, Decision<String>> release :
                decisions().entries(EnvironmentSettings.RELEASE).entrySet()) {
            releases = releases.with(release.getKey(), release.getValue().get());
        }
        return releases;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
