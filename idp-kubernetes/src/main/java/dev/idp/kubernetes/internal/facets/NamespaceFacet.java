package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.Restriction;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** The namespace of an environment, which enforces a Pod Security Standard. */
final class NamespaceFacet implements EnvironmentFacet {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        Metadata.head(trace, "Namespace");
        ObjectMeta meta = new ObjectMeta();
        meta.setName(trace.value("/metadata/name", environment.decision(EnvironmentSettings.NAMESPACE)));
        Trace labels = trace.at("/metadata/labels");
        Map<String, String> values = Metadata.labels(labels, environment);
        values.put(ENFORCE, podSecurity(labels.at("", ENFORCE), environment));
        meta.setLabels(values);
        Namespace namespace = new Namespace();
        namespace.setMetadata(meta);
        output.add(namespace);
    }

    /** The strictest standard that every workload meets: all that one can lift so far is running as root. */
    private static String podSecurity(Trace trace, EnvironmentPlan environment) {
        List<Decision<Restriction>> nonRoot = environment.workloads().stream()
                .map(workload -> workload.decision(Settings.NON_ROOT))
                .toList();
        List<Decision<Restriction>> lifted = nonRoot.stream()
                .filter(decision -> decision.value().filter(Restriction::holds).isEmpty())
                .toList();
        trace.cite("", (lifted.isEmpty() ? nonRoot : lifted).toArray(Decision<?>[]::new));
        trace.rule("", "the strictest Pod Security Standard that every service meets");
        return lifted.isEmpty() ? "restricted" : "baseline";
    }
}
