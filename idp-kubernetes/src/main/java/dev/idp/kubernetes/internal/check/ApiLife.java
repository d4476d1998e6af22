package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.KubernetesVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Since when a version of a kind should not be used, and from when on it cannot be. The source is the <a
 * href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">deprecated API migration guide</a>; of what it
 * does not list, the life that the API reference gives a version.
 *
 * @param deprecated the version of Kubernetes that began to warn of it
 * @param removed the first version without it; empty while there is none
 * @param replacement what to use instead
 */
record ApiLife(KubernetesVersion deprecated, Optional<KubernetesVersion> removed, String replacement) {

    /** Version of the API, kinds, deprecated in, removed in or never, and what to use instead. */
    private static final Map<String, ApiLife> LIVES = read("""
            extensions/v1beta1|DaemonSet Deployment ReplicaSet|1.9|1.16|apps/v1
            extensions/v1beta1|NetworkPolicy|1.9|1.16|networking.k8s.io/v1
            extensions/v1beta1|PodSecurityPolicy|1.10|1.16|Pod Security Admission
            extensions/v1beta1|Ingress|1.14|1.22|networking.k8s.io/v1
            apps/v1beta1|ControllerRevision Deployment StatefulSet|1.9|1.16|apps/v1
            apps/v1beta2|ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet|1.9|1.16|apps/v1
            admissionregistration.k8s.io/v1beta1|MutatingWebhookConfiguration ValidatingWebhookConfiguration|1.16|1.22|admissionregistration.k8s.io/v1
            apiextensions.k8s.io/v1beta1|CustomResourceDefinition|1.16|1.22|apiextensions.k8s.io/v1
            apiregistration.k8s.io/v1beta1|APIService|1.19|1.22|apiregistration.k8s.io/v1
            authentication.k8s.io/v1beta1|TokenReview|1.19|1.22|authentication.k8s.io/v1
            authorization.k8s.io/v1beta1|LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview|1.19|1.22|authorization.k8s.io/v1
            certificates.k8s.io/v1beta1|CertificateSigningRequest|1.19|1.22|certificates.k8s.io/v1
            coordination.k8s.io/v1beta1|Lease|1.19|1.22|coordination.k8s.io/v1
            networking.k8s.io/v1beta1|Ingress IngressClass|1.19|1.22|networking.k8s.io/v1
            rbac.authorization.k8s.io/v1beta1|ClusterRole ClusterRoleBinding Role RoleBinding|1.17|1.22|rbac.authorization.k8s.io/v1
            scheduling.k8s.io/v1beta1|PriorityClass|1.14|1.22|scheduling.k8s.io/v1
            storage.k8s.io/v1beta1|CSIDriver CSINode StorageClass VolumeAttachment|1.19|1.22|storage.k8s.io/v1
            batch/v1beta1|CronJob|1.21|1.25|batch/v1
            discovery.k8s.io/v1beta1|EndpointSlice|1.21|1.25|discovery.k8s.io/v1
            events.k8s.io/v1beta1|Event|1.19|1.25|events.k8s.io/v1
            autoscaling/v2beta1|HorizontalPodAutoscaler|1.23|1.25|autoscaling/v2
            policy/v1beta1|PodDisruptionBudget|1.21|1.25|policy/v1
            policy/v1beta1|PodSecurityPolicy|1.21|1.25|Pod Security Admission
            node.k8s.io/v1beta1|RuntimeClass|1.22|1.25|node.k8s.io/v1
            autoscaling/v2beta2|HorizontalPodAutoscaler|1.23|1.26|autoscaling/v2
            flowcontrol.apiserver.k8s.io/v1beta1|FlowSchema PriorityLevelConfiguration|1.23|1.26|flowcontrol.apiserver.k8s.io/v1
            storage.k8s.io/v1beta1|CSIStorageCapacity|1.24|1.27|storage.k8s.io/v1
            flowcontrol.apiserver.k8s.io/v1beta2|FlowSchema PriorityLevelConfiguration|1.26|1.29|flowcontrol.apiserver.k8s.io/v1
            flowcontrol.apiserver.k8s.io/v1beta3|FlowSchema PriorityLevelConfiguration|1.29|1.32|flowcontrol.apiserver.k8s.io/v1
            v1|ComponentStatus|1.19|never|the health endpoints of the components
            v1|Endpoints|1.33|never|EndpointSlice of discovery.k8s.io/v1
            networking.k8s.io/v1beta1|IPAddress ServiceCIDR|1.34|never|networking.k8s.io/v1
            """);

    private static Map<String, ApiLife> read(String table) {
        Map<String, ApiLife> lives = new HashMap<>();
        table.lines().map(line -> line.split("\\|")).forEach(row -> {
            ApiLife life = new ApiLife(
                    KubernetesVersion.of(row[2]),
                    Optional.of(row[3])
                            .filter(version -> !version.equals("never"))
                            .map(KubernetesVersion::of),
                    row[4]);
            for (String kind : row[1].split(" ")) {
                lives.put(row[0] + " " + kind, life);
            }
        });
        return Map.copyOf(lives);
    }

    /** Returns what is known of the end of a kind; empty if there is none to be seen. */
    static Optional<ApiLife> of(String apiVersion, String kind) {
        return Optional.ofNullable(LIVES.get(apiVersion + " " + kind));
    }

    boolean isOverIn(KubernetesVersion version) {
        return removed.filter(version::isAtLeast).isPresent();
    }

    boolean isEndingIn(KubernetesVersion version) {
        return version.isAtLeast(deprecated) && !isOverIn(version);
    }
}
