package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.reference;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    private static final String VERSION = "app.kubernetes.io/version";

    private static final Map<String, String> OF_ORDERS = Map.of(
            "app.kubernetes.io/name", "orders",
            "app.kubernetes.io/instance", "prod",
            "app.kubernetes.io/part-of", "shop",
            "app.kubernetes.io/managed-by", "idp",
            "dev.idp/owner", "checkout");

    @Test
    void everyObjectOfAServiceHasTheRecommendedOnesAndItsOwner() {
        Manifests manifests = render(
                service("orders")
                        .ownedBy(Team.named("checkout"))
                        .port(Port.http(8080))
                        .env("SELF", Service.self().url())
                        .cpu(Cpu.millis(100))
                        .replicas(2, 4)
                        .publicAt("www"),
                service("other").env("ORDERS", Service.ref("orders").url()));

        Map<String, Map<String, String>> labels = new TreeMap<>();
        manifests
                .objects()
                .filter(object ->
                        "orders".equals(object.getMetadata().getLabels().get("app.kubernetes.io/name")))
                .forEach(object ->
                        labels.put(object.getKind(), object.getMetadata().getLabels()));

        Map<String, String> versioned = new TreeMap<>(OF_ORDERS);
        versioned.put(VERSION, "1.0");
        assertThat(labels.remove("Deployment")).isEqualTo(versioned);
        assertThat(labels)
                .containsOnlyKeys(
                        "ConfigMap",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceAccount")
                .allSatisfy((kind, ofKind) -> assertThat(ofKind).isEqualTo(OF_ORDERS));
    }

    @Test
    void podsHaveTheLabelsOfTheirDeployment() {
        Deployment deployment =
                render(service("orders").ownedBy(Team.named("checkout"))).get(Deployment.class, "orders");

        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(deployment.getMetadata().getLabels());
    }

    @Test
    void objectsOfTheEnvironmentBelongToNoService() {
        assertThat(render(service("orders").ownedBy(Team.named("checkout")))
                        .objects()
                        .limit(2))
                .allSatisfy(object -> assertThat(object.getMetadata().getLabels())
                        .as(reference(object))
                        .containsEntry("app.kubernetes.io/part-of", "shop")
                        .doesNotContainKeys("app.kubernetes.io/name", "dev.idp/owner"));
    }

    @Test
    void aServiceThatNobodyOwnsHasNoOwner() {
        assertThat(render(service("orders")).objects())
                .allSatisfy(
                        object -> assertThat(object.getMetadata().getLabels()).doesNotContainKey("dev.idp/owner"));
    }

    /** What Kubernetes takes as the value of a label: 63 letters, digits, dots, dashes, underscores. */
    @ParameterizedTest
    @CsvSource({
        "registry.example:5000/orders:1.4.2, 1.4.2",
        "orders:v1_2-rc.3, v1_2-rc.3",
        "orders:1.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, 1.0",
        "orders,",
        "registry.example:5000/orders,",
        "orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,",
        "orders:1.0-,",
        "orders:_1,",
        "orders:123456789012345678901234567890123456789012345678901234567890123, "
                + "123456789012345678901234567890123456789012345678901234567890123",
        "orders:1234567890123456789012345678901234567890123456789012345678901234,",
    })
    void theVersionIsTheTagIfItCanBe(String image, String expected) {
        Deployment deployment = render(Service.named("orders").image(image)).get(Deployment.class, "orders");

        assertThat(deployment.getMetadata().getLabels().get(VERSION)).isEqualTo(expected);
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels().get(VERSION))
                .isEqualTo(expected);
    }
}
