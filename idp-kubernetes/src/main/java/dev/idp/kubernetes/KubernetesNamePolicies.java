package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.PoliciesByName;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import java.util.Optional;

/** Policies that go by name, as an extension of an environment. */
final class KubernetesNamePolicies extends PoliciesByName {

    private final NamePolicies policies;

    KubernetesNamePolicies(String id, NamePolicies policies) {
        super(Kubernetes.ID, id);
        this.policies = policies;
    }

    /** What a user's code adds to a workload, and of what that is made; empty if nothing or a facet does. */
    static Optional<Decision<Extension>> objects(WorkloadPlan workload, EnvironmentPlan environment) {
        return PoliciesByName.of(environment)
                .filter(said -> said.get() instanceof KubernetesNamePolicies code && !code.isCilium())
                .filter(said -> !PoliciesByName.hosts(workload, environment).isEmpty())
                .map(said -> said.resolvedTo(said.get(), reasons(workload, environment)));
    }

    /** The code as what adds objects to one workload. */
    KubernetesObjects of(WorkloadPlan workload, EnvironmentPlan environment) {
        return new KubernetesObjects(id(), false, attachment -> policies.allow(new CallsByName(workload, environment)));
    }

    @Override
    protected boolean isCilium() {
        return policies == CiliumPolicies.INSTANCE;
    }

    /** Returns {@code policies by name}. */
    @Override
    public String toString() {
        return "policies by name";
    }
}
