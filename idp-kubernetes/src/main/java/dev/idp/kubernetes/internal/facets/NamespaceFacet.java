package dev.idp.kubernetes.internal.facets;

import dev.idp.Restriction;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The namespaces of an environment, each of which enforces a Pod Security Standard. */
final class NamespaceFacet implements EnvironmentFacet {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        environment.namespaces().forEach(namespace -> render(namespace, environment, output));
    }

    private static void render(NamespacePlan planned, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        Metadata.head(trace, "Namespace");
        ObjectMeta meta = new ObjectMeta();
        meta.setName(trace.value("/metadata/name", planned.name()));
        Trace labels = trace.at("/metadata/labels");
        Map<String, String> values = Metadata.labels(labels, environment);
        owner(labels.at("", Metadata.OWNER), planned, environment).ifPresent(team -> values.put(Metadata.OWNER, team));
        values.put(ENFORCE, podSecurity(labels.at("", ENFORCE), planned));
        meta.setLabels(values);
        Namespace namespace = new Namespace();
        namespace.setMetadata(meta);
        output.add(namespace);
    }

    /** Whose namespace it is, where it is not everybody's. */
    private static Optional<String> owner(Trace trace, NamespacePlan planned, EnvironmentPlan environment) {
        List<Decision<Team>> teams = planned.teams();
        if (planned.name().get().equals(environment.namespace()) || teams.size() != 1) {
            trace.absent("", "no team has the namespace for itself", teams.toArray(Decision<?>[]::new));
            return Optional.empty();
        }
        return Optional.of(trace.value("", teams.get(0)).name());
    }

    /** The strictest standard that every workload meets: all that one can lift so far is running as root. */
    private static String podSecurity(Trace trace, NamespacePlan planned) {
        List<Decision<Restriction>> nonRoot = planned.workloads().stream()
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
