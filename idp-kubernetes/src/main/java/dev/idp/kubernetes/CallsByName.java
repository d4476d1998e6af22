package dev.idp.kubernetes;

import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.kubernetes.internal.facets.PoliciesByName;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Map;

/** The calls of one workload to external services of which nothing but a name is known. */
public final class CallsByName {

    private final WorkloadPlan workload;
    private final EnvironmentPlan environment;

    CallsByName(WorkloadPlan workload, EnvironmentPlan environment) {
        this.workload = workload;
        this.environment = environment;
    }

    /**
     * Returns the workload that calls.
     *
     * @return its plan
     */
    public WorkloadPlan workload() {
        return workload;
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
     * Returns the namespace of the workload.
     *
     * @return a DNS label
     */
    public String namespace() {
        return environment.namespaceOf(workload).get();
    }

    /**
     * Returns the labels by which policies select the pods of the workload.
     *
     * @return labels that no other pod of the namespace has
     */
    public Map<String, String> podLabels() {
        return Facets.selected(workload);
    }

    /**
     * Returns what the workload calls: external services with a host name and without networks.
     *
     * @return at least one, in the order of their names
     */
    public List<ExternalService> hosts() {
        return PoliciesByName.hosts(workload, environment).stream()
                .map(Decision::get)
                .toList();
    }

    /** Returns the caller and the hosts. */
    @Override
    public String toString() {
        return workload.name() + " calls "
                + String.join(
                        ", ", hosts().stream().map(ExternalService::hostName).toList());
    }
}
