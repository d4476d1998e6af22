package shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.plus33.k8s.*;
import software.constructs.Construct;

/** The eight objects of a service by level 1 constructs. */
final class Workload extends Chart {

    private static final List<NetworkPolicyPort> HTTP = List.of(
            NetworkPolicyPort.builder().port(IntOrString.fromNumber(8080)).protocol("TCP").build());

    private final Shop shop;
    private final int index;
    private final Environment environment;
    private final String name;
    private final Map<String, String> selector;

    Workload(Construct scope, Shop shop, int index, Environment environment) {
        super(
                scope,
                "service-" + index,
                ChartProps.builder()
                        .namespace("shop-" + environment.name())
                        .labels(labels(index, environment))
                        .build());
        this.shop = shop;
        this.index = index;
        this.environment = environment;
        this.name = "service-" + index;
        this.selector = Map.of("app.kubernetes.io/name", name);
        account();
        env();
        deployment();
        service();
        scaling();
        disruption();
        ingress();
        network();
    }

    private static Map<String, String> labels(int index, Environment environment) {
        return Map.of(
                "app.kubernetes.io/instance", environment.name(),
                "app.kubernetes.io/managed-by", "idp",
                "app.kubernetes.io/name", "service-" + index,
                "app.kubernetes.io/part-of", "shop",
                "dev.idp/owner", "shop");
    }

    private ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).build();
    }

    private LabelSelector ourPods() {
        return LabelSelector.builder().matchLabels(selector).build();
    }

    private void account() {
        new KubeServiceAccount(
                this,
                "account",
                KubeServiceAccountProps.builder()
                        .metadata(named(name))
                        .automountServiceAccountToken(false)
                        .build());
    }

    private void env() {
        new KubeConfigMap(
                this,
                "env",
                KubeConfigMapProps.builder()
                        .metadata(named(name + "-env"))
                        .immutable(true)
                        .data(Map.of(
                                "FIRST_URL", "http://service-" + (index + 1) % shop.size() + ":80",
                                "SECOND_URL", "http://service-" + (index + 7) % shop.size() + ":80",
                                "LOG_LEVEL", "info"))
                        .build());
    }

    private void deployment() {
        Map<String, String> version = Map.of("app.kubernetes.io/version", "1.0." + index);
        Map<String, String> podLabels = new HashMap<>(labels(index, environment));
        podLabels.putAll(version);
        new KubeDeployment(
                this,
                "deployment",
                KubeDeploymentProps.builder()
                        .metadata(ObjectMeta.builder().name(name).labels(version).build())
                        .spec(DeploymentSpec.builder()
                                .selector(ourPods())
                                .template(PodTemplateSpec.builder()
                                        .metadata(ObjectMeta.builder().labels(podLabels).build())
                                        .spec(pod())
                                        .build())
                                .build())
                        .build());
    }

    private PodSpec pod() {
        return PodSpec.builder()
                .serviceAccountName(name)
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .securityContext(PodSecurityContext.builder()
                        .runAsNonRoot(true)
                        .seccompProfile(SeccompProfile.builder().type("RuntimeDefault").build())
                        .build())
                .containers(List.of(container()))
                .volumes(List.of(Volume.builder()
                        .name("scratch-0")
                        .emptyDir(EmptyDirVolumeSource.builder().build())
                        .build()))
                .build();
    }

    private Container container() {
        return Container.builder()
                .name(name)
                .image("registry.example/shop/" + name + ":1.0." + index)
                .envFrom(List.of(EnvFromSource.builder()
                        .configMapRef(ConfigMapEnvSource.builder().name(name + "-env").build())
                        .build()))
                .ports(List.of(ContainerPort.builder().name("http").containerPort(8080).protocol("TCP").build()))
                .livenessProbe(probe("/live"))
                .readinessProbe(probe("/ready"))
                .resources(ResourceRequirements.builder()
                        .requests(Map.of("cpu", Quantity.fromString("100m"), "memory", Quantity.fromString("256Mi")))
                        .limits(Map.of("memory", Quantity.fromString("256Mi")))
                        .build())
                .securityContext(SecurityContext.builder()
                        .allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .capabilities(Capabilities.builder().drop(List.of("ALL")).build())
                        .build())
                .volumeMounts(List.of(VolumeMount.builder().name("scratch-0").mountPath("/tmp").build()))
                .build();
    }

    private static Probe probe(String path) {
        return Probe.builder()
                .httpGet(HttpGetAction.builder().path(path).port(IntOrString.fromString("http")).build())
                .build();
    }

    private void service() {
        new KubeService(
                this,
                "service",
                KubeServiceProps.builder()
                        .metadata(named(name))
                        .spec(ServiceSpec.builder()
                                .selector(selector)
                                .ports(List.of(ServicePort.builder()
                                        .name("http")
                                        .port(80)
                                        .protocol("TCP")
                                        .targetPort(IntOrString.fromString("http"))
                                        .build()))
                                .build())
                        .build());
    }

    private void scaling() {
        new KubeHorizontalPodAutoscalerV2(
                this,
                "scaling",
                KubeHorizontalPodAutoscalerV2Props.builder()
                        .metadata(named(name))
                        .spec(HorizontalPodAutoscalerSpecV2.builder()
                                .minReplicas(environment.minReplicas())
                                .maxReplicas(environment.maxReplicas())
                                .scaleTargetRef(CrossVersionObjectReferenceV2.builder()
                                        .apiVersion("apps/v1")
                                        .kind("Deployment")
                                        .name(name)
                                        .build())
                                .metrics(List.of(MetricSpecV2.builder()
                                        .type("Resource")
                                        .resource(ResourceMetricSourceV2.builder()
                                                .name("cpu")
                                                .target(MetricTargetV2.builder()
                                                        .type("Utilization")
                                                        .averageUtilization(70)
                                                        .build())
                                                .build())
                                        .build()))
                                .build())
                        .build());
    }

    private void disruption() {
        new KubePodDisruptionBudget(
                this,
                "disruption",
                KubePodDisruptionBudgetProps.builder()
                        .metadata(named(name))
                        .spec(PodDisruptionBudgetSpec.builder()
                                .maxUnavailable(IntOrString.fromNumber(1))
                                .selector(ourPods())
                                .build())
                        .build());
    }

    private void ingress() {
        String host = name + "." + environment.name() + ".shop.example";
        new KubeIngress(
                this,
                "ingress",
                KubeIngressProps.builder()
                        .metadata(ObjectMeta.builder()
                                .name(name)
                                .annotations(Map.of("cert-manager.io/cluster-issuer", "letsencrypt"))
                                .build())
                        .spec(IngressSpec.builder()
                                .ingressClassName("nginx")
                                .rules(List.of(IngressRule.builder()
                                        .host(host)
                                        .http(HttpIngressRuleValue.builder()
                                                .paths(List.of(HttpIngressPath.builder()
                                                        .path("/")
                                                        .pathType("Prefix")
                                                        .backend(ourBackend())
                                                        .build()))
                                                .build())
                                        .build()))
                                .tls(List.of(IngressTls.builder()
                                        .hosts(List.of(host))
                                        .secretName(name + "-tls")
                                        .build()))
                                .build())
                        .build());
    }

    private IngressBackend ourBackend() {
        return IngressBackend.builder()
                .service(IngressServiceBackend.builder()
                        .name(name)
                        .port(ServiceBackendPort.builder().name("http").build())
                        .build())
                .build();
    }

    private void network() {
        List<NetworkPolicyPeer> from = new ArrayList<>();
        shop.callersOf(index).forEach(caller -> from.add(podsOf(caller)));
        from.add(NetworkPolicyPeer.builder()
                .namespaceSelector(LabelSelector.builder()
                        .matchLabels(Map.of("kubernetes.io/metadata.name", "ingress-nginx"))
                        .build())
                .build());
        List<NetworkPolicyEgressRule> egress = shop.calledBy(index).stream()
                .map(called -> NetworkPolicyEgressRule.builder()
                        .to(List.of(podsOf(called)))
                        .ports(HTTP)
                        .build())
                .toList();
        new KubeNetworkPolicy(
                this,
                "network",
                KubeNetworkPolicyProps.builder()
                        .metadata(named(name))
                        .spec(NetworkPolicySpec.builder()
                                .podSelector(ourPods())
                                .policyTypes(List.of("Ingress", "Egress"))
                                .ingress(List.of(NetworkPolicyIngressRule.builder()
                                        .from(from)
                                        .ports(HTTP)
                                        .build()))
                                .egress(egress.isEmpty() ? null : egress)
                                .build())
                        .build());
    }

    private static NetworkPolicyPeer podsOf(String service) {
        return NetworkPolicyPeer.builder()
                .podSelector(LabelSelector.builder()
                        .matchLabels(Map.of("app.kubernetes.io/name", service))
                        .build())
                .build();
    }
}
