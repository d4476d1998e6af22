package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.ApiVersions;
import java.util.Map;

/**
 * Which kinds go before which, where nothing else says it: what others are in, what they refer to, who may do what, what runs,
 * what watches that. Deleting goes the other way.
 */
public final class Order {

    private static final int DEFINITIONS = 1;
    private static final int GROUND = 2;
    private static final int OTHERS = 3;
    private static final int PODS = 4;
    private static final int AROUND_PODS = 5;
    private static final int GATES = 6;

    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("Namespace", 0),
            Map.entry("CustomResourceDefinition", DEFINITIONS),
            Map.entry("PriorityClass", GROUND),
            Map.entry("StorageClass", GROUND),
            Map.entry("RuntimeClass", GROUND),
            Map.entry("IngressClass", GROUND),
            Map.entry("ResourceQuota", GROUND),
            Map.entry("LimitRange", GROUND),
            Map.entry("NetworkPolicy", GROUND),
            Map.entry("ServiceAccount", GROUND),
            Map.entry("Role", GROUND),
            Map.entry("ClusterRole", GROUND),
            Map.entry("ConfigMap", GROUND),
            Map.entry("Secret", GROUND),
            Map.entry("PersistentVolume", GROUND),
            Map.entry("PersistentVolumeClaim", GROUND),
            Map.entry("Pod", PODS),
            Map.entry("Deployment", PODS),
            Map.entry("StatefulSet", PODS),
            Map.entry("DaemonSet", PODS),
            Map.entry("ReplicaSet", PODS),
            Map.entry("ReplicationController", PODS),
            Map.entry("Job", PODS),
            Map.entry("CronJob", PODS),
            Map.entry("HorizontalPodAutoscaler", AROUND_PODS),
            Map.entry("PodDisruptionBudget", AROUND_PODS),
            Map.entry("Ingress", AROUND_PODS),
            Map.entry("APIService", GATES),
            Map.entry("ValidatingAdmissionPolicy", GATES),
            Map.entry("ValidatingAdmissionPolicyBinding", GATES),
            Map.entry("ValidatingWebhookConfiguration", GATES),
            Map.entry("MutatingWebhookConfiguration", GATES));

    private Order() {}

    /**
     * Returns how late objects of a kind are applied.
     *
     * @param apiVersion the version of its API
     * @param kind the kind
     * @return from 0, for what goes first
     */
    public static int rank(String apiVersion, String kind) {
        boolean isBuiltIn = Spelling.inGroup(ApiVersions.group(apiVersion)) != Spelling.EXACT;
        return isBuiltIn ? RANKS.getOrDefault(kind, OTHERS) : OTHERS;
    }
}
