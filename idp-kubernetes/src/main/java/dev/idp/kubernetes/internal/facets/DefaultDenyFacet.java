package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;

/** What every pod of an environment may do: ask for names, and nothing else until a service's own policy allows it. */
final class DefaultDenyFacet implements EnvironmentFacet {

    static final String NAME = "default-deny";

    private static final String DENY = "deny by default: the graph says what is allowed";
    private static final String DNS = "without names nothing finds anything";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        environment.namespaces().forEach(namespace -> render(namespace, environment, output));
    }

    private static void render(NamespacePlan namespace, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(trace.because("/spec/podSelector", new LabelSelector(), DENY));
        spec.setPolicyTypes(trace.because("/spec/policyTypes", Editable.list("Ingress", "Egress"), DENY));
        spec.setEgress(trace.because("/spec/egress", Editable.list(dns()), DNS));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(Metadata.ofNamespace(trace, "NetworkPolicy", NAME, DENY, namespace.name(), environment));
        policy.setSpec(spec);
        output.add(policy);
    }

    private static NetworkPolicyEgressRule dns() {
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        peer.setNamespaceSelector(Peers.labelled(Peers.NAMESPACE_NAME, "kube-system"));
        peer.setPodSelector(Peers.labelled("k8s-app", "kube-dns"));
        NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
        rule.setTo(Editable.list(peer));
        rule.setPorts(Editable.list(
                new NetworkPolicyPort(null, new IntOrString(53), "UDP"),
                new NetworkPolicyPort(null, new IntOrString(53), "TCP")));
        return rule;
    }
}
