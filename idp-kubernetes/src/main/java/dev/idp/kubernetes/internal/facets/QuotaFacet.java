package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.Quota;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much each namespace may ask for.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource Quotas</a>
 */
final class QuotaFacet implements EnvironmentFacet {

    private static final String ONE = "one quota for each namespace";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        for (NamespacePlan namespace : environment.namespaces()) {
            namespace.quota(environment).ifPresent(quota -> render(quota, namespace, environment, output));
        }
    }

    private static void render(
            Decision<Quota> quota, NamespacePlan namespace, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        ResourceQuotaSpec spec = new ResourceQuotaSpec();
        Map<String, Quantity> hard = new TreeMap<>();
        Trace at = trace.at("/spec/hard");
        put(at, hard, "requests.cpu", quota, quota.get().cpu());
        put(at, hard, "requests.memory", quota, quota.get().memory());
        put(at, hard, "limits.memory", quota, quota.get().memoryLimit());
        put(at, hard, "requests.storage", quota, quota.get().storage());
        put(at, hard, "pods", quota, quota.get().copies());
        spec.setHard(hard);
        ResourceQuota rendered = new ResourceQuota();
        rendered.setMetadata(Metadata.ofNamespace(trace, "ResourceQuota", "quota", ONE, namespace.name(), environment));
        rendered.setSpec(spec);
        output.add(rendered);
    }

    private static void put(
            Trace trace, Map<String, Quantity> hard, String resource, Decision<Quota> quota, Optional<?> amount) {
        Trace at = trace.at("", resource);
        if (amount.isPresent()) {
            at.cite("", quota);
            hard.put(resource, new Quantity(amount.get().toString()));
        } else {
            at.absent("", EnvironmentSettings.QUOTA + " says nothing of it", quota);
        }
    }
}
