package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
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

    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private static final String DENY = "deny by default: the graph says what is allowed";
    private static final String DNS = "without names nothing finds anything";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(trace.because("/spec/podSelector", new LabelSelector(), DENY));
        spec.setPolicyTypes(trace.because("/spec/policyTypes", Editable.list("Ingress", "Egress"), DENY));
        spec.setEgress(trace.because("/spec/egress", Editable.list(dns()), DNS));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(Metadata.ofEnvironment(trace, "NetworkPolicy", NAME, DENY, environment));
        policy.setSpec(spec);
        output.add(policy);
    }

    private static NetworkPolicyEgressRule dns() {
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        peer.setNamespaceSelector(labelled(NAMESPACE_NAME, "kube-system"));
        peer.setPodSelector(labelled("k8s-app", "kube-dns"));
        NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
        rule.setTo(Editable.list(peer));
        rule.setPorts(Editable.list(
                new NetworkPolicyPort(null, new IntOrString(53), "UDP"),
                new NetworkPolicyPort(null, new IntOrString(53), "TCP")));
        return rule;
    }

    static LabelSelector labelled(String label, String value) {
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(Editable.map(label, value));
        return selector;
    }
}
