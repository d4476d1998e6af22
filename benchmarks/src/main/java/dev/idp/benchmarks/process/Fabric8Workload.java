package dev.idp.benchmarks.process;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The eight objects of a service in an environment. */
final class Fabric8Workload {

    private static final String NAME = "app.kubernetes.io/name";

    private final Fabric8Environment environment;
    private final Calls calls;
    private final int index;
    private final String name;

    Fabric8Workload(Fabric8Environment environment, Calls calls, int index) {
        this.environment = environment;
        this.calls = calls;
        this.index = index;
        this.name = "service-" + index;
    }

    List<HasMetadata> objects() {
        return List.of(account(), env(), deployment(), service(), scaling(), disruption(), ingress(), network());
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/instance", environment.name());
        labels.put("app.kubernetes.io/managed-by", "idp");
        labels.put(NAME, name);
        labels.put("app.kubernetes.io/part-of", "shop");
        labels.put("dev.idp/owner", "shop");
        return labels;
    }

    private Map<String, String> versionedLabels() {
        Map<String, String> labels = labels();
        labels.put("app.kubernetes.io/version", "1.0." + index);
        return labels;
    }

    private Map<String, String> selector() {
        return Map.of(NAME, name);
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace("shop-" + environment.name())
                .withLabels(labels())
                .build();
    }

    private ServiceAccount account() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata())
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private ConfigMap env() {
        return new ConfigMapBuilder()
                .withMetadata(metadata())
                .editMetadata()
                .withName(name + "-env")
                .endMetadata()
                .withImmutable(true)
                .addToData("FIRST_URL", calls.url(index + 1))
                .addToData("SECOND_URL", calls.url(index + 7))
                .addToData("LOG_LEVEL", "info")
                .build();
    }

    private Deployment deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata())
                .editMetadata()
                .withLabels(versionedLabels())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(selector())
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(versionedLabels())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(name)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName(name)
                .withImage("registry.example/shop/" + name + ":1.0." + index)
                .addNewEnvFrom()
                .withNewConfigMapRef()
                .withName(name + "-env")
                .endConfigMapRef()
                .endEnvFrom()
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .withProtocol("TCP")
                .endPort()
                .withNewLivenessProbe()
                .withNewHttpGet()
                .withPath("/live")
                .withNewPort("http")
                .endHttpGet()
                .endLivenessProbe()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/ready")
                .withNewPort("http")
                .endHttpGet()
                .endReadinessProbe()
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("256Mi"))
                .addToLimits("memory", new Quantity("256Mi"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .addNewVolumeMount()
                .withName("scratch-0")
                .withMountPath("/tmp")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("scratch-0")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private Service service() {
        return new ServiceBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withSelector(selector())
                .addNewPort()
                .withName("http")
                .withPort(80)
                .withProtocol("TCP")
                .withNewTargetPort("http")
                .endPort()
                .endSpec()
                .build();
    }

    private HorizontalPodAutoscaler scaling() {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withMinReplicas(environment.minReplicas())
                .withMaxReplicas(environment.maxReplicas())
                .withNewScaleTargetRef("apps/v1", "Deployment", name)
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(70)
                .endTarget()
                .endResource()
                .endMetric()
                .endSpec()
                .build();
    }

    private PodDisruptionBudget disruption() {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewMaxUnavailable(1)
                .withNewSelector()
                .withMatchLabels(selector())
                .endSelector()
                .endSpec()
                .build();
    }

    private Ingress ingress() {
        String host = name + "." + environment.name() + ".shop.example";
        return new IngressBuilder()
                .withMetadata(metadata())
                .editMetadata()
                .addToAnnotations("cert-manager.io/cluster-issuer", "letsencrypt")
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("nginx")
                .addNewRule()
                .withHost(host)
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName(name)
                .withNewPort()
                .withName("http")
                .endPort()
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .addNewTl()
                .withHosts(host)
                .withSecretName(name + "-tls")
                .endTl()
                .endSpec()
                .build();
    }

    private NetworkPolicy network() {
        return new NetworkPolicyBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(selector())
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .addAllToFrom(calls.callersOf(index).stream()
                        .map(Fabric8Workload::podsOf)
                        .toList())
                .addNewFrom()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", "ingress-nginx")
                .endNamespaceSelector()
                .endFrom()
                .addNewPort()
                .withNewPort(8080)
                .withProtocol("TCP")
                .endPort()
                .endIngress()
                .addAllToEgress(calls.calledBy(index).stream()
                        .map(Fabric8Workload::callsTo)
                        .toList())
                .endSpec()
                .build();
    }

    private static NetworkPolicyEgressRule callsTo(String service) {
        return new NetworkPolicyEgressRuleBuilder()
                .addToTo(podsOf(service))
                .addNewPort()
                .withNewPort(8080)
                .withProtocol("TCP")
                .endPort()
                .build();
    }

    private static NetworkPolicyPeer podsOf(String service) {
        return new NetworkPolicyPeerBuilder()
                .withNewPodSelector()
                .addToMatchLabels(NAME, service)
                .endPodSelector()
                .build();
    }
}
