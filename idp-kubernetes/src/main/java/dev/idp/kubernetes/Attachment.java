package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an extension is attached to in one environment: the environment as a whole, a workload, or a resource. */
public final class Attachment {

    private final EnvironmentPlan environment;
    private final @Nullable WorkloadPlan workload;
    private final @Nullable ResourcePlan resource;

    private Attachment(EnvironmentPlan environment, @Nullable WorkloadPlan workload, @Nullable ResourcePlan resource) {
        this.environment = environment;
        this.workload = workload;
        this.resource = resource;
    }

    static Attachment to(EnvironmentPlan environment) {
        return new Attachment(environment, null, null);
    }

    static Attachment to(WorkloadPlan workload, EnvironmentPlan environment) {
        return new Attachment(environment, workload, null);
    }

    static Attachment to(ResourcePlan resource, EnvironmentPlan environment) {
        return new Attachment(environment, null, resource);
    }

    /**
     * Returns the environment.
     *
     * @return its plan
     */
    public EnvironmentPlan environment() {
        return environment;
    }

    /**
     * Returns the workload that the extension is attached to, whatever layer said so.
     *
     * @return its plan; empty for an extension of an environment, a platform or a provisioner
     */
    public Optional<WorkloadPlan> workload() {
        return Optional.ofNullable(workload);
    }

    /**
     * Returns the resource for whose sake a provisioner attached the extension.
     *
     * @return its plan; empty for an extension of anything else
     */
    public Optional<ResourcePlan> resource() {
        return Optional.ofNullable(resource);
    }

    /**
     * Returns the name of the workload, or else of the resource, or else of the environment.
     *
     * @return a DNS label
     */
    public String name() {
        if (workload != null) {
            return workload.name();
        }
        return resource != null ? resource.name() : environment.name();
    }

    /**
     * Returns the namespace of the workload, or else of the resource, or else the environment's own.
     *
     * @return a DNS label
     */
    public String namespace() {
        return home().get();
    }

    /** The namespace, with everything that it is made of. */
    Decision<String> home() {
        if (workload != null) {
            return environment.namespaceOf(workload);
        }
        return resource != null
                ? environment.namespaceOf(resource)
                : environment.namespaces().get(0).name();
    }

    boolean isEnvironment() {
        return workload == null && resource == null;
    }

    /** What problems call it. */
    String subject() {
        return isEnvironment() ? "environment " + environment.name() : name();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
