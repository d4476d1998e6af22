package dev.idp.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * How the network of a cluster allows calls by the names of hosts, which the network policies of Kubernetes do not know.
 * Each network plugin has kinds of its own for that.
 *
 * @see Kubernetes#policiesByName
 */
@FunctionalInterface
public interface NamePolicies {

    /**
     * Returns the policies of Cilium: for each workload a {@code CiliumNetworkPolicy} with the hosts that it calls, and with
     * the rule that lets Cilium read the answers of {@code kube-dns}, without which it knows no names.
     *
     * <p>They were checked against Cilium's documentation, and not against a running Cilium. They expect pods of the cluster's
     * DNS with the label {@code k8s-app: kube-dns} in {@code kube-system}, and a Cilium that is not told to leave the
     * DNS alone ({@code enable-l7-proxy}). With {@link Kubernetes#externalNames}, the names in the cluster are allowed as well,
     * if the cluster's domain is {@code cluster.local}.
     *
     * @return policies of version {@code cilium.io/v2}
     * @see <a href="https://docs.cilium.io/en/stable/security/policy/layer3/#dns-based">DNS based policies of Cilium</a>
     */
    static NamePolicies cilium() {
        return CiliumPolicies.INSTANCE;
    }

    /**
     * Allows the calls of one workload. It must be pure, and is called for each rendering of a workload that has any.
     *
     * @param calls who calls whom; at least one host
     * @return objects that allow these calls and nothing else; like those of {@link Kubernetes#objects} they get the
     *     workload's labels and its namespace
     */
    List<? extends HasMetadata> allow(CallsByName calls);
}
