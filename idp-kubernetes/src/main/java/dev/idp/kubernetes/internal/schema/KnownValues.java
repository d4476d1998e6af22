package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Optional;

/**
 * The texts of which a field must be one, by the names of Fabric8's classes. Their source is the <a
 * href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/">API reference of Kubernetes 1.34</a>; values of
 * newer versions stand beside the others.
 */
final class KnownValues {

    private static final ModelTable<List<String>> TABLE = ModelTable.of("""
            AppArmorProfile.type: Localhost RuntimeDefault Unconfined
            AzureDiskVolumeSource.cachingMode: None ReadOnly ReadWrite
            AzureDiskVolumeSource.kind: Dedicated Managed Shared
            Container.imagePullPolicy: Always IfNotPresent Never
            Container.restartPolicy: Always Never OnFailure
            Container.terminationMessagePolicy: FallbackToLogsOnError File
            ContainerPort.protocol: SCTP TCP UDP
            ContainerResizePolicy.restartPolicy: NotRequired RestartContainer
            EndpointPort.protocol: SCTP TCP UDP
            EphemeralContainer.imagePullPolicy: Always IfNotPresent Never
            EphemeralContainer.terminationMessagePolicy: FallbackToLogsOnError File
            HTTPGetAction.scheme: HTTP HTTPS
            HostPathVolumeSource.type: BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket
            ImageVolumeSource.pullPolicy: Always IfNotPresent Never
            LabelSelectorRequirement.operator: DoesNotExist Exists In NotIn
            NodeSelectorRequirement.operator: DoesNotExist Exists Gt In Lt NotIn
            PersistentVolumeClaimSpec.accessModes: ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
            PersistentVolumeClaimSpec.volumeMode: Block Filesystem
            PersistentVolumeSpec.accessModes: ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
            PersistentVolumeSpec.persistentVolumeReclaimPolicy: Delete Recycle Retain
            PersistentVolumeSpec.volumeMode: Block Filesystem
            PodOS.name: linux windows
            PodSecurityContext.fsGroupChangePolicy: Always OnRootMismatch
            PodSecurityContext.supplementalGroupsPolicy: Merge Strict
            PodSpec.dnsPolicy: ClusterFirst ClusterFirstWithHostNet Default None
            PodSpec.preemptionPolicy: Never PreemptLowerPriority
            PodSpec.restartPolicy: Always Never OnFailure
            ScopedResourceSelectorRequirement.operator: DoesNotExist Exists In NotIn
            SeccompProfile.type: Localhost RuntimeDefault Unconfined
            SecurityContext.procMount: Default Unmasked
            ServicePort.protocol: SCTP TCP UDP
            ServiceSpec.externalTrafficPolicy: Cluster Local
            ServiceSpec.internalTrafficPolicy: Cluster Local
            ServiceSpec.ipFamilies: IPv4 IPv6
            ServiceSpec.ipFamilyPolicy: PreferDualStack RequireDualStack SingleStack
            ServiceSpec.sessionAffinity: ClientIP None
            ServiceSpec.trafficDistribution: PreferClose PreferSameNode PreferSameZone
            ServiceSpec.type: ClusterIP ExternalName LoadBalancer NodePort
            Taint.effect: NoExecute NoSchedule PreferNoSchedule
            Toleration.effect: NoExecute NoSchedule PreferNoSchedule
            Toleration.operator: Equal Exists Gt Lt
            TopologySpreadConstraint.nodeAffinityPolicy: Honor Ignore
            TopologySpreadConstraint.nodeTaintsPolicy: Honor Ignore
            TopologySpreadConstraint.whenUnsatisfiable: DoNotSchedule ScheduleAnyway
            VolumeMount.mountPropagation: Bidirectional HostToContainer None
            VolumeMount.recursiveReadOnly: Disabled Enabled IfPossible
            apps.DaemonSetUpdateStrategy.type: OnDelete RollingUpdate
            apps.DeploymentStrategy.type: Recreate RollingUpdate
            apps.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted: Delete Retain
            apps.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled: Delete Retain
            apps.StatefulSetSpec.podManagementPolicy: OrderedReady Parallel
            apps.StatefulSetUpdateStrategy.type: OnDelete RollingUpdate
            autoscaling.v2.HPAScalingPolicy.type: Percent Pods
            autoscaling.v2.HPAScalingRules.selectPolicy: Disabled Max Min
            autoscaling.v2.MetricSpec.type: ContainerResource External Object Pods Resource
            autoscaling.v2.MetricTarget.type: AverageValue Utilization Value
            batch.v1.CronJobSpec.concurrencyPolicy: Allow Forbid Replace
            batch.v1.JobSpec.completionMode: Indexed NonIndexed
            batch.v1.JobSpec.podReplacementPolicy: Failed TerminatingOrFailed
            batch.v1.PodFailurePolicyOnExitCodesRequirement.operator: In NotIn
            batch.v1.PodFailurePolicyRule.action: Count FailIndex FailJob Ignore
            networking.v1.HTTPIngressPath.pathType: Exact ImplementationSpecific Prefix
            networking.v1.NetworkPolicyPort.protocol: SCTP TCP UDP
            networking.v1.NetworkPolicySpec.policyTypes: Egress Ingress
            policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy: AlwaysAllow IfHealthyBudget
            rbac.RoleRef.kind: ClusterRole Role
            rbac.Subject.kind: Group ServiceAccount User
            """, List::copyOf);

    private KnownValues() {}

    static Optional<List<String>> of(Class<?> type, String field) {
        return TABLE.get(type, field);
    }
}
