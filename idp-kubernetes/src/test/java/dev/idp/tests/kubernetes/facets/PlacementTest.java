package dev.idp.tests.kubernetes.facets;

import static dev.idp.kubernetes.KubernetesSettings.NODE_LABEL;
import static dev.idp.kubernetes.KubernetesSettings.PRIORITY_CLASS;
import static dev.idp.kubernetes.KubernetesSettings.PULL_SECRET;
import static dev.idp.kubernetes.KubernetesSettings.RUNTIME_CLASS;
import static dev.idp.kubernetes.KubernetesSettings.TOLERATION;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Statements;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.Toleration;
import dev.idp.tests.kubernetes.Lines;
import dev.idp.tests.kubernetes.PodTemplates;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which nodes run pods, before whom, by what, and with which secrets they pull the images. */
class PlacementTest {

    private static final Lines LINES = Lines.of(PlacementTest.class);
    private static final String POD = "/spec/template/spec";

    @Test
    void isLeftToTheClusterUnlessSomethingIsSaid() {
        Manifests manifests = render(service("orders"));

        Deployment orders = manifests.get(Deployment.class, "orders");
        for (String field : new String[] {
            "/priorityClassName", "/runtimeClassName", "/imagePullSecrets", "/nodeSelector", "/tolerations"
        }) {
            assertThat(at(orders, POD + field)).isEqualTo(yaml("null"));
            assertThat(manifests.explain("Deployment/orders", POD + field).reason())
                    .as(field)
                    .isIn(
                            "left to the cluster, which has a usual priority",
                            "left to the nodes, which have a usual runtime",
                            "left to the nodes, which may know the registries",
                            "any node will do",
                            "who taints a node keeps others away for a reason");
        }
    }

    @Test
    void isTheSameForThePodsOfEveryKind() {
        Environment prod = prod().defaults(PlacementTest::place).build();
        Platform platform = Platform.named("shop")
                .environments(prod)
                .services(
                        service("orders").build(),
                        service("db").stateful().build(),
                        service("agent").onEveryNode().build())
                .jobs(job("seed").build(), job("report").schedule("0 3 * * *").build())
                .build();

        var pods = PodTemplates.of(Kubernetes.backend().render(platform.plan().in(prod)));

        assertThat(pods.keySet())
                .containsExactly(
                        "CronJob/report", "DaemonSet/agent", "Deployment/orders", "Job/seed", "StatefulSet/db");
        assertThat(pods.values()).allSatisfy(template -> {
            PodSpec pod = template.getSpec();
            assertThat(pod.getPriorityClassName()).isEqualTo("business-critical");
            assertThat(pod.getRuntimeClassName()).isEqualTo("gvisor");
            assertThat(pod.getImagePullSecrets()).extracting("name").containsExactly("registry-key");
            assertThat(pod.getNodeSelector()).containsExactly(Map.entry("shop.example/pool", "fast"));
            assertThat(pod.getTolerations()).extracting("key").containsExactly("dedicated");
        });
    }

    private static void place(Statements all) {
        all.set(PRIORITY_CLASS, "business-critical")
                .set(RUNTIME_CLASS, "gvisor")
                .set(PULL_SECRET, "registry", "registry-key")
                .set(NODE_LABEL, "shop.example/pool", "fast")
                .set(TOLERATION, "dedicated", Toleration.ofTaint("dedicated"));
    }

    @Test
    void tolerationsSayNoMoreThanTheyMust() {
        Deployment orders = render(service("orders")
                        .set(TOLERATION, "a", Toleration.ofEveryTaint())
                        .set(TOLERATION, "b", Toleration.ofTaint("dedicated").only(Toleration.Effect.NO_SCHEDULE))
                        .set(
                                TOLERATION,
                                "c",
                                Toleration.ofTaint("dedicated", "gpu").only(Toleration.Effect.PREFER_NO_SCHEDULE))
                        .set(
                                TOLERATION,
                                "d",
                                Toleration.ofTaint("slow")
                                        .only(Toleration.Effect.NO_EXECUTE)
                                        .forAtMost(Duration.ofMinutes(5))))
                .get(Deployment.class, "orders");

        assertThat(at(orders, POD + "/tolerations")).isEqualTo(yaml("""
                - {operator: Exists}
                - {key: dedicated, operator: Exists, effect: NoSchedule}
                - {key: dedicated, operator: Equal, value: gpu, effect: PreferNoSchedule}
                - {key: slow, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
                """));
    }

    /** Kubernetes knows entries by their names, and refuses two of one. */
    @Test
    void aSecretThatOpensTwoRegistriesIsNamedOnceAndCitesBoth() {
        Manifests manifests = render(service("orders")
                .set(PULL_SECRET, "docker.io", "shared") // (one)
                .set(PULL_SECRET, "ghcr.io", "shared") // (other)
                .set(PULL_SECRET, "quay.io", "alone"));

        assertThat(at(manifests.get(Deployment.class, "orders"), POD + "/imagePullSecrets"))
                .isEqualTo(yaml("[{name: alone}, {name: shared}]"));
        assertThat(manifests
                        .explain("Deployment/orders", POD + "/imagePullSecrets/1/name")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          /spec/template/spec/imagePullSecrets/1/name = "shared"
                            from   services/orders/pull-secret/docker.io
                              set    shared by service orders, {one}
                            from   services/orders/pull-secret/ghcr.io
                              set    shared by service orders, {other}"""));
    }

    @Test
    void isExplained() {
        Environment prod = prod().defaults(all -> all.set(PRIORITY_CLASS, "low")) // (low)
                .build();
        Manifests manifests = render(
                prod,
                service("orders")
                        .set(PRIORITY_CLASS, "high") // (high)
                        .set(TOLERATION, "gpu", Toleration.ofTaint("dedicated", "gpu"))); // (toleration)

        assertThat(manifests
                        .explain("Deployment/orders", POD + "/priorityClassName")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          /spec/template/spec/priorityClassName = "high"
                            from   services/orders/priority-class
                              set    high by service orders, {high}
                              lost   low by environment prod, {low}"""));
        assertThat(manifests
                        .explain("Deployment/orders", POD + "/tolerations/0/operator")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          /spec/template/spec/tolerations/0/operator = "Equal"
                            rule   the taint has a value
                            since  services/orders/toleration/gpu
                              set    dedicated=gpu by service orders, {toleration}"""));
    }

    @Test
    void canStillBeEdited() {
        Manifests manifests = render(service("orders")
                .set(RUNTIME_CLASS, "kata")
                .with(Kubernetes.edit(
                        "gvisor",
                        Deployment.class,
                        deployment ->
                                deployment.getSpec().getTemplate().getSpec().setRuntimeClassName("gvisor")))
                .with(Kubernetes.edit("more", Deployment.class, deployment -> {
                    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
                    pod.getNodeSelector().put("a", "b");
                    pod.getTolerations().clear();
                    pod.getImagePullSecrets().clear();
                })));

        assertThat(at(manifests.get(Deployment.class, "orders"), POD + "/runtimeClassName"))
                .isEqualTo(yaml("gvisor"));
        assertThat(at(manifests.get(Deployment.class, "orders"), POD + "/nodeSelector"))
                .isEqualTo(yaml("{a: b}"));
    }
}
