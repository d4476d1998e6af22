package dev.idp.kubernetes.internal.facets;

import dev.idp.Replicas;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;

/**
 * Keeps a service up while nodes are drained: a single copy has no budget, or its node could never be drained. An agent
 * goes with its node.
 */
final class DisruptionFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
        if (replicas.value().filter(copies -> copies.minimum() >= 2).isEmpty() || Kinds.isOnEveryNode(service)) {
            return;
        }
        Trace trace = output.start();
        PodDisruptionBudget budget = new PodDisruptionBudget();
        budget.setMetadata(Metadata.ofWorkload(trace, "PodDisruptionBudget", service, environment));
        PodDisruptionBudgetSpec spec = new PodDisruptionBudgetSpec();
        spec.setMaxUnavailable(trace.because(
                "/spec/maxUnavailable",
                new IntOrString(1),
                "one copy after the other, which two copies or more can always satisfy",
                replicas));
        spec.setSelector(Metadata.selector(trace.at("/spec/selector"), service.identity()));
        budget.setSpec(spec);
        output.add(budget);
    }
}
