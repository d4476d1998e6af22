package dev.idp.tests.kubernetes.facets;

import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What network policies allow, as Kubernetes defines it: a pod that no policy selects may do everything, any other only
 * what one of its policies allows, and traffic flows only if both its ends allow it.
 */
final class Traffic {

    private final List<NetworkPolicy> policies;
    private final Map<String, Map<String, String>> pods = new TreeMap<>();

    Traffic(Manifests manifests) {
        policies = manifests
                .objects()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();
        manifests
                .objects()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .forEach(deployment -> pods.put(
                        deployment.getMetadata().getName(),
                        deployment.getSpec().getTemplate().getMetadata().getLabels()));
    }

    /** Tells whether the pods of a service reach those of another on a port that these listen on. */
    boolean flows(String from, String to, int port, String protocol) {
        return leaves(from, peer -> isPod(peer, to), port, protocol)
                && enters(peer -> isPod(peer, from), to, port, protocol);
    }

    /** Tells whether the pods of a namespace reach the pods of a service. */
    boolean flowsFromNamespace(String namespace, String to, int port, String protocol) {
        return enters(peer -> isNamespace(peer, namespace), to, port, protocol);
    }

    /** Tells whether the pods of a service reach an address outside, given the network that it belongs to. */
    boolean flowsOut(String from, String network, int port) {
        return leaves(
                from,
                peer -> peer.getIpBlock() != null && peer.getIpBlock().getCidr().equals(network),
                port,
                "TCP");
    }

    private boolean leaves(String from, Predicate<NetworkPolicyPeer> isMeant, int port, String protocol) {
        List<NetworkPolicy> ofPod = selecting(from, "Egress");
        return ofPod.isEmpty()
                || ofPod.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> allows(rule.getTo(), isMeant) && opens(rule.getPorts(), port, protocol));
    }

    private boolean enters(Predicate<NetworkPolicyPeer> isMeant, String to, int port, String protocol) {
        List<NetworkPolicy> ofPod = selecting(to, "Ingress");
        return ofPod.isEmpty()
                || ofPod.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> allows(rule.getFrom(), isMeant) && opens(rule.getPorts(), port, protocol));
    }

    private List<NetworkPolicy> selecting(String service, String type) {
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), service))
                .toList();
    }

    private boolean selects(LabelSelector selector, String service) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new IllegalStateException("not what this test knows: " + selector);
        }
        Map<String, String> wanted = selector.getMatchLabels();
        return wanted == null || pods.get(service).entrySet().containsAll(wanted.entrySet());
    }

    /** A rule without peers is about everybody. */
    private static boolean allows(List<NetworkPolicyPeer> peers, Predicate<NetworkPolicyPeer> isMeant) {
        return peers.isEmpty() || peers.stream().anyMatch(isMeant);
    }

    private boolean isPod(NetworkPolicyPeer peer, String service) {
        return peer.getNamespaceSelector() == null
                && peer.getIpBlock() == null
                && selects(peer.getPodSelector(), service);
    }

    private static boolean isNamespace(NetworkPolicyPeer peer, String namespace) {
        return peer.getPodSelector() == null
                && peer.getNamespaceSelector() != null
                && Map.of("kubernetes.io/metadata.name", namespace)
                        .equals(peer.getNamespaceSelector().getMatchLabels());
    }

    private static boolean opens(List<NetworkPolicyPort> ports, int port, String protocol) {
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(open -> open.getPort().getIntVal() == port
                                && open.getProtocol().equals(protocol));
    }
}
