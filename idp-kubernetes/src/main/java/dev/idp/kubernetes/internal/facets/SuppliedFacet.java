package dev.idp.kubernetes.internal.facets;

import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the users of a resource in to pods that something else makes; whatever makes them lets in what else must be. */
final class SuppliedFacet implements EnvironmentFacet {

    private static final String USERS = "lets its users in, and nobody else";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        for (ResourcePlan resource : environment.resources()) {
            Optional<Decision<ExternalService>> external = environment.findExternal(resource.name());
            Supplied.of(resource)
                    .ifPresent(supplied -> external.ifPresent(known -> render(supplied, known, environment, output)));
        }
    }

    private static void render(
            Supplied supplied, Decision<ExternalService> external, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        ResourcePlan resource = supplied.resource();
        Decision<String> home = environment.namespaceOf(resource);
        // With a dot, which the name of no workload has.
        String name = "users-of." + resource.name();
        ObjectMeta meta = Metadata.ofNamespace(trace, "NetworkPolicy", name, USERS, home, environment);
        trace.cite("/metadata/name", resource.provisioner());
        trace.rule("/metadata/name", USERS);
        NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
        List<NetworkPolicyPeer> from = new ArrayList<>();
        for (Edge call : environment.graph().callsTo(external.get().name())) {
            Trace at = trace.at("/spec/ingress/0/from", from.size());
            from.add(Peers.pods(at, environment.findWorkload(call.from()).orElseThrow(), home, call, environment));
        }
        rule.setFrom(from);
        Trace port = trace.at("/spec/ingress/0/ports/0");
        port.cite("/port", external);
        rule.setPorts(Editable.list(new NetworkPolicyPort(
                null,
                new IntOrString(external.get().portNumber()),
                port.because("/protocol", "TCP", "what is addressed by host and port speaks TCP"))));
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(supplied.selector(trace.at("/spec/podSelector")));
        spec.setPolicyTypes(trace.because("/spec/policyTypes", Editable.list("Ingress"), USERS));
        spec.setIngress(Editable.list(rule));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(meta);
        policy.setSpec(spec);
        output.add(policy);
    }
}
