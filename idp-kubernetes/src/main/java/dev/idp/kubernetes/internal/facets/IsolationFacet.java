package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may talk to a workload, and to whom it may talk: exactly the edges of the graph and the ways in and out that were
 * declared.
 *
 * <p>Policies see pods, not services, so the ports are those that processes listen on.
 */
final class IsolationFacet implements WorkloadFacet {

    private static final String ENTERED = "public traffic comes from there";
    private static final String BOTH = "what is not allowed here is denied both ways";
    private static final String ELSEWHERE =
            "what is called by its name is allowed by the policies of the network itself";

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        List<Edge> in = environment.graph().callsTo(workload.name());
        List<Edge> out = new ArrayList<>(environment.graph().callsFrom(workload.name()));
        boolean isPublic = !workload.entries(Settings.ROUTE).isEmpty();
        List<Decision<?>> asks = asks(workload, environment);
        if (in.isEmpty() && out.isEmpty() && !isPublic && asks.isEmpty()) {
            return;
        }
        Trace trace = output.start();
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(Metadata.selector(trace.at("/spec/podSelector"), workload.identity()));
        spec.setPolicyTypes(trace.because("/spec/policyTypes", Editable.list("Ingress", "Egress"), BOTH));
        out.removeAll(byName(trace, workload, environment));
        spec.setIngress(new Ingress(trace, workload, environment).rules(in));
        spec.setEgress(new Egress(trace, workload, environment).rules(out, asks));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(Metadata.ofWorkload(trace, "NetworkPolicy", workload, environment));
        policy.setSpec(spec);
        output.add(policy);
    }

    /** What makes the workload ask the API server for something. */
    private static List<Decision<?>> asks(WorkloadPlan workload, EnvironmentPlan environment) {
        List<Decision<?>> asks =
                new ArrayList<>(workload.entries(Settings.PERMISSION).values());
        asks.addAll(List.of(Wait.reasons(Wait.of(workload, environment))));
        return asks;
    }

    /** The calls that need no rule here, since a policy that knows names allows them. */
    private static List<Edge> byName(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        Optional<Decision<Extension>> said = PoliciesByName.of(environment);
        List<PoliciesByName.Call> calls = said.isEmpty() ? List.of() : PoliciesByName.calls(workload, environment);
        if (!calls.isEmpty()) {
            List<Decision<?>> because = new ArrayList<>(List.of(said.get()));
            because.addAll(PoliciesByName.reasons(calls));
            trace.absent("/spec/egress", ELSEWHERE, because.toArray(Decision<?>[]::new));
            // Where nothing else is called, this policy is all that is left of the call here.
            trace.rule("/spec/policyTypes", ELSEWHERE, because.toArray(Decision<?>[]::new));
        }
        return calls.stream().map(PoliciesByName.Call::edge).toList();
    }

    private static NetworkPolicyPort port(Trace trace, Decision<Port> port) {
        trace.cite("", port);
        return new NetworkPolicyPort(null, new IntOrString(port.get().listening()), Containers.transport(port.get()));
    }

    private record Ingress(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {

        List<NetworkPolicyIngressRule> rules(List<Edge> calls) {
            List<NetworkPolicyIngressRule> rules = new ArrayList<>();
            for (Decision<Port> port : workload.entries(Settings.PORT).values()) {
                Trace at = trace.at("/spec/ingress", rules.size());
                List<NetworkPolicyPeer> peers = new ArrayList<>();
                for (Edge call : calls) {
                    if (call.port().equals(port.get().name())) {
                        peers.add(Peers.pods(
                                at.at("/from", peers.size()),
                                caller(call),
                                environment.namespaceOf(workload),
                                call,
                                environment));
                    }
                }
                List<Decision<Route>> routes = routesTo(port.get());
                if (!routes.isEmpty()) {
                    peers.add(publicEntry(at.at("/from", peers.size()), routes));
                }
                if (!peers.isEmpty()) {
                    NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
                    rule.setFrom(peers);
                    rule.setPorts(Editable.list(port(at.at("/ports/0"), port)));
                    rules.add(rule);
                }
            }
            return rules;
        }

        private WorkloadPlan caller(Edge call) {
            return environment.findWorkload(call.from()).orElseThrow();
        }

        private List<Decision<Route>> routesTo(Port port) {
            return workload.entries(Settings.ROUTE).values().stream()
                    .filter(route -> route.get().port().equals(port.name()))
                    .toList();
        }

        private NetworkPolicyPeer publicEntry(Trace at, List<Decision<Route>> routes) {
            Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
            NetworkPolicyPeer peer = new NetworkPolicyPeer();
            peer.setNamespaceSelector(Peers.labelled(
                    Peers.NAMESPACE_NAME, at.value("/namespaceSelector", entry).space()));
            at.rule("/namespaceSelector", ENTERED, routes.toArray(Decision<?>[]::new));
            return peer;
        }
    }

    private record Egress(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {

        List<NetworkPolicyEgressRule> rules(List<Edge> calls, List<Decision<?>> asks) {
            List<NetworkPolicyEgressRule> rules = new ArrayList<>();
            for (Edge call : calls) {
                Trace at = trace.at("/spec/egress", rules.size());
                rules.add(environment
                        .findExternal(call.to())
                        .map(external -> toExternal(at, external, call))
                        .orElseGet(() -> toService(at, call)));
            }
            if (!asks.isEmpty()) {
                rules.add(toApiServer(trace.at("/spec/egress", rules.size()), asks));
            }
            return rules;
        }

        /** The API server is no pod, and clusters differ in its address. */
        private static NetworkPolicyEgressRule toApiServer(Trace at, List<Decision<?>> asks) {
            Decision<?>[] because = asks.toArray(Decision<?>[]::new);
            at.absent("/to", "policies know no names, and the address of the API server is not known", because);
            NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
            rule.setPorts(at.because(
                    "/ports",
                    Editable.list(
                            new NetworkPolicyPort(null, new IntOrString(443), "TCP"),
                            new NetworkPolicyPort(null, new IntOrString(6443), "TCP")),
                    "the API server listens there, and the workload may ask it for something",
                    because));
            return rule;
        }

        private NetworkPolicyEgressRule toService(Trace at, Edge call) {
            ServicePlan called = environment.service(call.to());
            NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
            rule.setTo(Editable.list(
                    Peers.pods(at.at("/to/0"), called, environment.namespaceOf(workload), call, environment)));
            rule.setPorts(
                    Editable.list(port(at.at("/ports/0"), called.decisions().decision(Settings.PORT, call.port()))));
            return rule;
        }

        private NetworkPolicyEgressRule toExternal(Trace at, Decision<ExternalService> external, Edge call) {
            Decision<?>[] because = call.because().toArray(Decision<?>[]::new);
            NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
            Optional<Supplied> supplied = Supplied.named(call.to(), environment);
            if (supplied.isPresent()) {
                rule.setTo(Editable.list(toPods(at.at("/to/0"), supplied.get(), because)));
            } else if (external.get().places().isEmpty()) {
                at.absent("/to", "policies know no names, and no network of the external service is known", external);
            } else {
                at.cite("/to", external);
                at.rule("/to", Peers.CALLED, because);
                rule.setTo(Editable.list(
                        external.get().places().stream().map(Egress::within).toList()));
            }
            at.cite("/ports/0/port", external);
            at.rule("/ports/0/port", Peers.CALLED, because);
            at.cite("/ports/0/protocol", external);
            rule.setPorts(Editable.list(new NetworkPolicyPort(
                    null,
                    new IntOrString(external.get().portNumber()),
                    external.get().udp() ? "UDP" : "TCP")));
            return rule;
        }

        private NetworkPolicyPeer toPods(Trace at, Supplied supplied, Decision<?>... because) {
            NetworkPolicyPeer peer = new NetworkPolicyPeer();
            peer.setPodSelector(supplied.selector(at.at("/podSelector")));
            at.rule("/podSelector", Peers.CALLED, because);
            Peers.elsewhere(at, peer, environment.namespaceOf(supplied.resource()), environment.namespaceOf(workload));
            return peer;
        }

        private static NetworkPolicyPeer within(String network) {
            NetworkPolicyPeer peer = new NetworkPolicyPeer();
            peer.setIpBlock(new IPBlock(network, null));
            return peer;
        }
    }
}
