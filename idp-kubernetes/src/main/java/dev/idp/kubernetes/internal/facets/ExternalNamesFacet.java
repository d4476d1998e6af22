package dev.idp.kubernetes.internal.facets;

import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names by which programs find external services, in each namespace that uses them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#externalname">Services of type
 *     ExternalName</a>
 */
final class ExternalNamesFacet implements EnvironmentFacet {

    private static final String NAMED = "programs find the external service by its name, wherever it is";
    private static final String USED = "something in the namespace uses it";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        ExternalNames.of(environment)
                .ifPresent(said -> environment.namespaces().forEach(namespace -> environment.externals().stream()
                        // What is in the cluster has a name there.
                        .filter(external -> Supplied.named(external.get().name(), environment)
                                .isEmpty())
                        .forEach(external -> render(external, said, namespace, environment, output))));
    }

    private static void render(
            Decision<ExternalService> external,
            Decision<Extension> said,
            NamespacePlan namespace,
            EnvironmentPlan environment,
            Output output) {
        List<Decision<?>> uses = new ArrayList<>();
        for (WorkloadPlan workload : namespace.workloads()) {
            for (Edge call : environment.graph().callsFrom(workload.name())) {
                if (call.to().equals(external.get().name())) {
                    uses.addAll(call.because());
                    uses.add(environment.namespaceOf(workload));
                }
            }
        }
        if (uses.isEmpty()) {
            return;
        }
        Trace trace = output.start();
        Service service = new Service();
        service.setMetadata(
                Metadata.ofNamespace(trace, "Service", external.get().name(), NAMED, namespace.name(), environment));
        trace.cite("/metadata/name", external);
        ServiceSpec spec = new ServiceSpec();
        spec.setType(trace.because("/spec/type", "ExternalName", NAMED, said));
        trace.cite("/spec/externalName", external);
        trace.rule("/spec/externalName", USED, uses.stream().distinct().toArray(Decision<?>[]::new));
        spec.setExternalName(external.get().hostName().toLowerCase(Locale.ROOT));
        trace.absent("/spec/ports", "it is a name and nothing else, and who calls says the port", external);
        service.setSpec(spec);
        output.add(service);
    }
}
