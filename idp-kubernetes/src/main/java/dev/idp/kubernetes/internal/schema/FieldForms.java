package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forms and bounds that the API server holds fields to and that their types do not tell, by the names of Fabric8's classes.
 * Their source is the descriptions of the fields in the <a
 * href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/">API reference of Kubernetes 1.34</a>.
 */
final class FieldForms {

    private static final ScalarSchema ANY = ScalarSchema.ANY;

    private static final Map<String, ScalarSchema> FORMS = Map.of(
            "base64", ANY.in(Format.BASE64),
            "share", ANY.in(Format.SHARE),
            "port", ANY.in(Format.PORT),
            "port-number", ANY.within(Range.of(1, 65535)),
            "port-number-or-none", ANY.within(Range.of(0, 65535)),
            "from-zero", ANY.within(Range.of(0, Integer.MAX_VALUE)),
            "from-zero-long", ANY.within(Range.of(0, Long.MAX_VALUE)),
            "from-one", ANY.within(Range.of(1, Integer.MAX_VALUE)),
            "mode", ANY.within(Range.of(0, 0777)),
            "weight", ANY.within(Range.of(1, 100)));

    private static final ModelTable<ScalarSchema> TABLE = ModelTable.of("""
            APIServiceSpec.caBundle: base64
            ConfigMap.binaryData: base64
            ConfigMapVolumeSource.defaultMode: mode
            ContainerPort.containerPort: port-number
            ContainerPort.hostPort: port-number-or-none
            DownwardAPIVolumeSource.defaultMode: mode
            GRPCAction.port: port-number
            HTTPGetAction.port: port
            KeyToPath.mode: mode
            PodSecurityContext.fsGroup: from-zero
            PodSecurityContext.runAsGroup: from-zero
            PodSecurityContext.runAsUser: from-zero
            PodSpec.activeDeadlineSeconds: from-one
            PreferredSchedulingTerm.weight: weight
            Probe.failureThreshold: from-zero
            Probe.initialDelaySeconds: from-zero
            Probe.periodSeconds: from-zero
            Probe.successThreshold: from-zero
            Probe.timeoutSeconds: from-zero
            ProjectedVolumeSource.defaultMode: mode
            ReplicationControllerSpec.replicas: from-zero
            Secret.data: base64
            SecretVolumeSource.defaultMode: mode
            SecurityContext.runAsGroup: from-zero
            SecurityContext.runAsUser: from-zero
            ServicePort.nodePort: port-number-or-none
            ServicePort.port: port-number
            ServicePort.targetPort: port
            TCPSocketAction.port: port
            TopologySpreadConstraint.maxSkew: from-one
            WeightedPodAffinityTerm.weight: weight
            apps.DaemonSetSpec.revisionHistoryLimit: from-zero
            apps.DeploymentSpec.minReadySeconds: from-zero
            apps.DeploymentSpec.replicas: from-zero
            apps.DeploymentSpec.revisionHistoryLimit: from-zero
            apps.ReplicaSetSpec.replicas: from-zero
            apps.RollingUpdateDaemonSet.maxSurge: share
            apps.RollingUpdateDaemonSet.maxUnavailable: share
            apps.RollingUpdateDeployment.maxSurge: share
            apps.RollingUpdateDeployment.maxUnavailable: share
            apps.StatefulSetSpec.replicas: from-zero
            autoscaling.v2.HPAScalingPolicy.periodSeconds: from-one
            autoscaling.v2.HPAScalingPolicy.value: from-one
            autoscaling.v2.HorizontalPodAutoscalerSpec.maxReplicas: from-one
            batch.v1.CronJobSpec.failedJobsHistoryLimit: from-zero
            batch.v1.CronJobSpec.successfulJobsHistoryLimit: from-zero
            batch.v1.JobSpec.activeDeadlineSeconds: from-zero-long
            batch.v1.JobSpec.backoffLimit: from-zero
            batch.v1.JobSpec.completions: from-zero
            batch.v1.JobSpec.parallelism: from-zero
            batch.v1.JobSpec.ttlSecondsAfterFinished: from-zero
            networking.v1.NetworkPolicyPort.port: port
            networking.v1.ServiceBackendPort.number: port-number-or-none
            policy.v1.PodDisruptionBudgetSpec.maxUnavailable: share
            policy.v1.PodDisruptionBudgetSpec.minAvailable: share
            """, FieldForms::named);

    private FieldForms() {}

    private static ScalarSchema named(List<String> words) {
        return Optional.ofNullable(FORMS.get(words.get(0)))
                .orElseThrow(() -> new IllegalArgumentException("no form " + words));
    }

    static Optional<ScalarSchema> of(Class<?> type, String field) {
        return TABLE.get(type, field);
    }
}
