package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;

/** The other end of what a network policy allows. */
final class Peers {

    /** The label by which Kubernetes itself names every namespace. */
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    static final String CALLED = "the caller refers to the service";
    private static final String ELSEWHERE = "pods of another namespace are found through it";

    private Peers() {}

    /** The pods of a workload, which a policy looks for in its own namespace unless it is told otherwise. */
    static NetworkPolicyPeer pods(
            Trace trace, WorkloadPlan of, Decision<String> here, Edge edge, EnvironmentPlan environment) {
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        peer.setPodSelector(labelled(Metadata.NAME, trace.value("/podSelector", of.identity())));
        trace.rule("/podSelector", CALLED, edge.because().toArray(Decision<?>[]::new));
        elsewhere(trace, peer, environment.namespaceOf(of), here);
        return peer;
    }

    /** Tells a peer where it is, unless that is where the policy is. */
    static void elsewhere(Trace trace, NetworkPolicyPeer peer, Decision<String> there, Decision<String> here) {
        if (there.get().equals(here.get())) {
            trace.absent("/namespaceSelector", "both are in one namespace", there, here);
        } else {
            trace.cite("/namespaceSelector", there);
            trace.rule("/namespaceSelector", ELSEWHERE, here);
            peer.setNamespaceSelector(labelled(NAMESPACE_NAME, there.get()));
        }
    }

    static LabelSelector labelled(String label, String value) {
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(Editable.map(label, value));
        return selector;
    }
}
