package dev.idp.tests.kubernetes.objects;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static dev.idp.tests.kubernetes.objects.Objects.configMap;
import static dev.idp.tests.kubernetes.objects.Objects.custom;
import static dev.idp.tests.kubernetes.objects.Objects.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.kubernetes.Attachment;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of any type stand beside the generated ones, wherever they were attached. */
class ExtraObjectsTest {

    private static final Lines LINES = Lines.of(ExtraObjectsTest.class);

    @Test
    void ofAnEnvironmentFollowWhatItHasAsAWhole() {
        Environment prod = prod().with(Kubernetes.objects("alerts", environment -> List.of(rule("slow"))))
                .build();

        Manifests manifests = render(prod, service("orders"));

        assertThat(references(manifests))
                .containsExactly(
                        "Namespace/shop-prod",
                        "NetworkPolicy/default-deny",
                        "PrometheusRule/slow",
                        "ServiceAccount/orders",
                        "Deployment/orders");
        assertThat(at(manifests.get(GenericKubernetesResource.class, "slow"), ""))
                .isEqualTo(yaml("""
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                  name: slow
                  namespace: shop-prod
                spec:
                  groups: []
                """));
    }

    @Test
    void ofAPlatformAreInEveryEnvironmentUnlessItSaysTheSameItself() {
        Environment dev = Environment.named("dev").build();
        Environment prod = prod().with(Kubernetes.objects("limits", environment -> List.of(configMap("own"))))
                .build();
        Platform platform = Platform.named("shop")
                .environments(dev, prod)
                .with(Kubernetes.objects("limits", environment -> List.of(configMap("of-" + environment.name()))))
                .services(service("orders").build())
                .build();

        assertThat(references(Kubernetes.backend().render(platform.plan().in(dev))))
                .contains("ConfigMap/of-dev");
        assertThat(references(Kubernetes.backend().render(platform.plan().in(prod))))
                .contains("ConfigMap/own")
                .doesNotContain("ConfigMap/of-prod");
    }

    @Test
    void ofAWorkloadAreSaidOnAnyLayerAndHaveItsLabels() {
        Environment prod = prod().defaults(all -> all.with(monitor("general"))).build();
        Service.Builder orders =
                service("orders").ownedBy(Team.named("checkout")).label("a", "b");
        Service.Builder own = service("own").with(monitor("general-but-own"));
        Service.Builder paved = service("paved").on(new Monitored());
        Service.Builder none = service("none").unset(Settings.EXTENSION, "monitor");

        Manifests manifests = render(prod, orders, own, paved, none);

        assertThat(references(manifests).stream().filter(reference -> reference.startsWith("ConfigMap/")))
                .containsExactly(
                        "ConfigMap/orders-general", "ConfigMap/own-general-but-own", "ConfigMap/paved-of-path");
        assertThat(manifests
                        .get(ConfigMap.class, "orders-general")
                        .getMetadata()
                        .getLabels())
                .isEqualTo(Map.of(
                        "a", "b",
                        "app.kubernetes.io/instance", "prod",
                        "app.kubernetes.io/managed-by", "idp",
                        "app.kubernetes.io/name", "orders",
                        "app.kubernetes.io/part-of", "shop",
                        "dev.idp/owner", "checkout"));
    }

    @Test
    void ofAJobKeepTheirNames() {
        Job extra = new Job();
        extra.setMetadata(named("again"));

        Manifests manifests =
                render(job("seed").with(Kubernetes.objects("again", seed -> List.of(extra))), service("orders"));

        assertThat(references(manifests)).contains("Job/again");
    }

    @Test
    void ofAProvisionerStandBesideWhatItSupplies() {
        Environment prod = prod().provides(Database.class, new Operated()) // (operated)
                .build();

        Manifests manifests = render(prod, service("orders").uses(new Database("orders-db")));

        assertThat(references(manifests)).contains("Cluster/orders-db");
        assertThat(manifests.explain("Cluster/orders-db", "/spec/instances")).hasToString(LINES.cite("""
                Cluster/orders-db in prod
                  /spec/instances = 3
                    from   resources/orders-db/extensions/kubernetes/cluster
                      set    objects 'cluster' by environment prod, {operated}"""));
    }

    @Test
    void whatTheUserSaysStays() {
        ConfigMap settings = configMap("settings");
        settings.getMetadata().setNamespace("monitoring");
        settings.getMetadata().setLabels(Map.of("app.kubernetes.io/name", "mine", "app.kubernetes.io/part-of", "more"));

        Manifests manifests = render(
                service("orders").with(Kubernetes.objects("settings", orders -> List.of(settings)))); // (settings)

        assertThat(at(manifests.get(ConfigMap.class, "settings"), "/metadata")).isEqualTo(yaml("""
                labels:
                  app.kubernetes.io/instance: prod
                  app.kubernetes.io/managed-by: idp
                  app.kubernetes.io/name: mine
                  app.kubernetes.io/part-of: more
                name: settings
                namespace: monitoring
                """));
        assertThat(manifests.explain("ConfigMap/settings", "/metadata/labels/app.kubernetes.io~1name"))
                .hasToString(LINES.cite("""
                        ConfigMap/settings in prod
                          /metadata/labels/app.kubernetes.io~1name = "mine"
                            from   services/orders/extension/settings
                              set    objects 'settings' by service orders, {settings}"""));
        assertThat(manifests.explain("ConfigMap/settings", "/metadata/labels/app.kubernetes.io~1managed-by"))
                .hasToString("""
                        ConfigMap/settings in prod
                          /metadata/labels/app.kubernetes.io~1managed-by = "idp"
                            rule   says which tool to ask about the object""");
    }

    @Test
    void ofKindsOfTheClusterGetNoNamespace() {
        ClusterRole role = new ClusterRole();
        role.setMetadata(named("reader"));

        Manifests manifests = render(
                prod().with(Kubernetes.objects("roles", environment -> List.of(role)))
                        .with(Kubernetes.clusterObjects(
                                "issuers",
                                environment ->
                                        List.of(custom("cert-manager.io/v1", "ClusterIssuer", "ca"), configMap("map"))))
                        .build(),
                service("orders"));

        assertThat(manifests.get(ClusterRole.class, "reader").getMetadata().getNamespace())
                .isNull();
        assertThat(manifests
                        .get(GenericKubernetesResource.class, "ca")
                        .getMetadata()
                        .getNamespace())
                .isNull();
        assertThat(manifests.get(ConfigMap.class, "map").getMetadata().getNamespace())
                .isEqualTo("shop-prod");
    }

    @Test
    void aPodDoesNotGetTheRequestsOfItsWorkload() {
        Pod pod = new Pod();
        pod.setMetadata(named("probe"));

        Manifests manifests = render(
                service("orders").port(Port.http(8080)).with(Kubernetes.objects("probe", orders -> List.of(pod))));

        assertThat(manifests.get(Pod.class, "probe").getMetadata().getLabels())
                .doesNotContainKey("app.kubernetes.io/name");
    }

    @Test
    void knowWhatTheyAreAttachedTo() {
        List<String> seen = new ArrayList<>();
        Environment prod = prod().provides(Database.class, new Looking(seen))
                .with(looking(seen))
                .build();

        render(prod, service("orders").uses(new Database("db")).with(looking(seen)));

        assertThat(seen)
                .contains(
                        "prod in shop-prod of prod, workload none, resource none",
                        "orders in shop-prod of prod, workload orders, resource none",
                        "db in shop-prod of prod, workload none, resource db");
    }

    @Test
    void areCopiesSinceTheUsersCodeMayReturnTheSameObjectEachTime() {
        ConfigMap shared = configMap("shared");
        Environment dev = Environment.named("dev").build();
        Environment prod = prod().build();
        Platform platform = Platform.named("shop")
                .environments(dev, prod)
                .with(Kubernetes.objects("shared", environment -> List.of(shared)))
                .services(service("orders").build())
                .build();

        Kubernetes.backend().render(platform.plan().in(dev)).toYaml();

        assertThat(Kubernetes.backend()
                        .render(platform.plan().in(prod))
                        .get(ConfigMap.class, "shared")
                        .getMetadata()
                        .getNamespace())
                .isEqualTo("shop-prod");
        assertThat(shared).isEqualTo(configMap("shared"));
    }

    @Test
    void mapsAreWrittenInTheOrderOfTheirKeys() {
        ConfigMap map = configMap("map");
        map.setData(Map.of("b", "2", "a", "1", "d", "4", "c", "3"));
        GenericKubernetesResource generic = custom("example.com/v1", "Thing", "thing");
        generic.setAdditionalProperties(Map.of("spec", Map.of("b", 2, "a", 1), "extra", "x"));

        String yaml = render(service("orders").with(Kubernetes.objects("all", orders -> List.of(map, generic))))
                .toYaml();

        assertThat(yaml).contains("data:\n  a: \"1\"\n  b: \"2\"\n  c: \"3\"\n  d: \"4\"\n");
        assertThat(yaml).contains("extra: x\nspec:\n  a: 1\n  b: 2\n");
    }

    @Test
    void areAskedForByGroupAndNamespaceWhereAnotherHasTheirName() {
        GenericKubernetesResource knative = custom("serving.knative.dev/v1", "Service", "orders");
        ConfigMap elsewhere = configMap("settings");
        elsewhere.getMetadata().setNamespace("monitoring");
        Manifests manifests = render(service("orders")
                .port(Port.http(8080))
                .with(Kubernetes.objects("all", orders -> List.of(knative, configMap("settings"), elsewhere))));

        assertThat(manifests
                        .explain("Service.serving.knative.dev/orders", "/apiVersion")
                        .value())
                .contains("\"serving.knative.dev/v1\"");
        assertThat(manifests.explain("Service/orders", "/apiVersion").value()).contains("\"v1\"");
        assertThat(manifests
                        .explain("ConfigMap/monitoring/settings", "/metadata/namespace")
                        .value())
                .contains("\"monitoring\"");
    }

    @Test
    void haveFilesThatNoOtherObjectHas(@TempDir Path directory) {
        GenericKubernetesResource knative = custom("serving.knative.dev/v1", "Service", "orders");
        ConfigMap elsewhere = configMap("settings");
        elsewhere.getMetadata().setNamespace("monitoring");
        ClusterRole role = new ClusterRole();
        role.setMetadata(named("system:Reader"));
        Extension all = Kubernetes.objects("all", at -> List.of(knative, configMap("settings"), elsewhere));

        render(
                        prod().with(Kubernetes.objects(
                                        "roles", environment -> List.of(role, configMap("a".repeat(253)))))
                                .build(),
                        service("orders")
                                .port(Port.http(8080))
                                .file("/etc/a", "b")
                                .with(all))
                .writeTo(directory);

        assertThat(directory.resolve("orders/service.serving.knative.dev_orders.yaml"))
                .exists();
        assertThat(directory.resolve("orders/service.yaml")).exists();
        assertThat(directory.resolve("orders/configmap_settings.yaml")).exists();
        assertThat(directory.resolve("orders/configmap_settings@monitoring.yaml"))
                .exists();
        assertThat(directory.resolve("clusterrole.rbac.authorization.k8s.io_system%3a%52eader.yaml"))
                .exists();
        assertThat(directory.toFile().list()).anyMatch(name -> name.matches("configmap_a{190}@[0-9a-f]{10}\\.yaml"));
        assertThat(Files.isDirectory(directory)).isTrue();
    }

    @Test
    void canBeEditedByTheirWorkload() {
        Manifests manifests = render(service("orders")
                .with(monitor("general"))
                .with(Kubernetes.edit("more", ConfigMap.class, map -> map.setData(Map.of("a", "b"))))); // (more)

        assertThat(manifests.explain("ConfigMap/orders-general", "/data/a")).hasToString(LINES.cite("""
                ConfigMap/orders-general in prod
                  /data/a = "b"
                    from   services/orders/extension/more
                      set    edit of ConfigMap by service orders, {more}"""));
    }

    private static GenericKubernetesResource rule(String name) {
        GenericKubernetesResource rule = custom("monitoring.coreos.com/v1", "PrometheusRule", name);
        rule.setAdditionalProperty("spec", Map.of("groups", List.of()));
        return rule;
    }

    private static Extension monitor(String suffix) {
        return Kubernetes.objects("monitor", workload -> List.of(configMap(workload.name() + "-" + suffix)));
    }

    private static Extension looking(List<String> seen) {
        return Kubernetes.objects("looking", attachment -> look(attachment, seen));
    }

    private static List<HasMetadata> look(Attachment attachment, List<String> seen) {
        seen.add(attachment + " in " + attachment.namespace() + " of " + attachment.environment() + ", workload "
                + attachment.workload().map(WorkloadPlan::name).orElse("none") + ", resource "
                + attachment.resource().map(ResourcePlan::name).orElse("none"));
        return List.of();
    }

    private record Database(String name) implements Resource {}

    private record Operated() implements Provisioner<Database> {
        @Override
        public String id() {
            return "operated";
        }

        @Override
        public Provision provision(Database database, Environment environment) {
            return Provision.builder()
                    .with(Kubernetes.objects("cluster", resource -> {
                        GenericKubernetesResource cluster = custom("postgresql.cnpg.io/v1", "Cluster", resource.name());
                        cluster.setAdditionalProperty("spec", Map.of("instances", 3));
                        return List.of(cluster);
                    }))
                    .build();
        }
    }

    private record Looking(List<String> seen) implements Provisioner<Database> {
        @Override
        public String id() {
            return "looking";
        }

        @Override
        public Provision provision(Database database, Environment environment) {
            return Provision.builder().with(looking(seen)).build();
        }
    }

    private static final class Monitored implements ServicePath {
        @Override
        public String id() {
            return "monitored";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults().with(monitor("of-path"));
        }
    }
}
