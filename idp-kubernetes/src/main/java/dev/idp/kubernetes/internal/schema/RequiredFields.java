package dev.idp.kubernetes.internal.schema;

import java.util.Set;

/**
 * The fields without which the API server refuses an object, by the names of Fabric8's classes. Their source is the <a
 * href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/">API reference of Kubernetes 1.34</a>, less what
 * the API server fills in or lets pass when it is empty, and more what it demands all the same (an image, access modes).
 */
final class RequiredFields {

    private static final ModelTable<Set<String>> TABLE = ModelTable.of("""
            APIServiceSpec: groupPriorityMinimum versionPriority
            AWSElasticBlockStoreVolumeSource: volumeID
            AppArmorProfile: type
            AzureDiskVolumeSource: diskName diskURI
            AzureFilePersistentVolumeSource: secretName shareName
            AzureFileVolumeSource: secretName shareName
            Binding: target
            CSIPersistentVolumeSource: driver volumeHandle
            CSIVolumeSource: driver
            CephFSVolumeSource: monitors
            CinderVolumeSource: volumeID
            ConfigMapKeySelector: key
            Container: name image
            ContainerPort: containerPort
            ContainerResizePolicy: resourceName restartPolicy
            DownwardAPIVolumeFile: path
            EndpointAddress: ip
            EndpointPort: port
            EnvVar: name
            EphemeralContainer: name image
            FlexVolumeSource: driver
            GCEPersistentDiskVolumeSource: pdName
            GRPCAction: port
            HTTPGetAction: port
            HTTPHeader: name
            HostAlias: ip
            HostPathVolumeSource: path
            ISCSIPersistentVolumeSource: targetPortal iqn
            ISCSIVolumeSource: targetPortal iqn
            KeyToPath: key path
            LabelSelectorRequirement: key operator
            LimitRangeItem: type
            LocalVolumeSource: path
            NFSVolumeSource: server path
            NodeSelector: nodeSelectorTerms
            NodeSelectorRequirement: key operator
            ObjectFieldSelector: fieldPath
            OwnerReference: apiVersion kind name uid
            PersistentVolumeClaim: spec
            PersistentVolumeClaimSpec: accessModes resources
            PersistentVolumeClaimTemplate: spec
            PersistentVolumeClaimVolumeSource: claimName
            PersistentVolumeSpec: accessModes capacity
            Pod: spec
            PodAffinityTerm: topologyKey
            PodOS: name
            PodReadinessGate: conditionType
            PodResourceClaim: name
            PodSchedulingGate: name
            PodSpec: containers
            PodTemplateSpec: spec
            PreferredSchedulingTerm: weight
            ResourceClaim: name
            ResourceFieldSelector: resource
            ScopedResourceSelectorRequirement: scopeName operator
            SeccompProfile: type
            SecretKeySelector: key
            ServiceAccountTokenProjection: path
            ServicePort: port
            Sysctl: name
            TCPSocketAction: port
            Taint: key effect
            TopologySpreadConstraint: maxSkew topologyKey whenUnsatisfiable
            TypedLocalObjectReference: kind name
            TypedObjectReference: kind name
            Volume: name
            VolumeDevice: name devicePath
            VolumeMount: name mountPath
            WeightedPodAffinityTerm: weight podAffinityTerm
            apps.DaemonSet: spec
            apps.DaemonSetSpec: selector template
            apps.Deployment: spec
            apps.DeploymentSpec: selector template
            apps.ReplicaSet: spec
            apps.ReplicaSetSpec: selector template
            apps.StatefulSet: spec
            apps.StatefulSetSpec: selector template
            autoscaling.v1.CrossVersionObjectReference: kind name
            autoscaling.v1.HorizontalPodAutoscaler: spec
            autoscaling.v1.HorizontalPodAutoscalerSpec: scaleTargetRef maxReplicas
            autoscaling.v2.ContainerResourceMetricSource: name target container
            autoscaling.v2.CrossVersionObjectReference: kind name
            autoscaling.v2.ExternalMetricSource: metric target
            autoscaling.v2.HPAScalingPolicy: type value periodSeconds
            autoscaling.v2.HorizontalPodAutoscaler: spec
            autoscaling.v2.HorizontalPodAutoscalerSpec: scaleTargetRef maxReplicas
            autoscaling.v2.MetricIdentifier: name
            autoscaling.v2.MetricSpec: type
            autoscaling.v2.MetricTarget: type
            autoscaling.v2.ObjectMetricSource: describedObject target metric
            autoscaling.v2.PodsMetricSource: metric target
            autoscaling.v2.ResourceMetricSource: name target
            batch.v1.CronJob: spec
            batch.v1.CronJobSpec: schedule jobTemplate
            batch.v1.Job: spec
            batch.v1.JobSpec: template
            batch.v1.JobTemplateSpec: spec
            batch.v1.PodFailurePolicyOnExitCodesRequirement: operator values
            batch.v1.PodFailurePolicyOnPodConditionsPattern: type
            batch.v1.PodFailurePolicyRule: action
            batch.v1.SuccessPolicy: rules
            gatewayapi.v1.BackendObjectReference: name
            gatewayapi.v1.GatewayClassSpec: controllerName
            gatewayapi.v1.GatewaySpec: gatewayClassName listeners
            gatewayapi.v1.HTTPBackendRef: name
            gatewayapi.v1.HTTPHeader: name value
            gatewayapi.v1.HTTPRouteFilter: type
            gatewayapi.v1.Listener: name port protocol
            gatewayapi.v1.ParentReference: name
            gatewayapi.v1.SecretObjectReference: name
            networking.v1.HTTPIngressPath: pathType backend
            networking.v1.HTTPIngressRuleValue: paths
            networking.v1.IPAddressSpec: parentRef
            networking.v1.IPBlock: cidr
            networking.v1.IngressClassParametersReference: kind name
            networking.v1.IngressServiceBackend: name
            networking.v1.ParentReference: resource name
            rbac.ClusterRoleBinding: roleRef
            rbac.PolicyRule: verbs
            rbac.RoleBinding: roleRef
            rbac.RoleRef: kind name
            rbac.Subject: kind name
            """, Set::copyOf);

    private RequiredFields() {}

    static Set<String> of(Class<?> type) {
        return TABLE.get(type.getName()).orElse(Set.of());
    }
}
