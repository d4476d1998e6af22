package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.reference;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.ENTRY;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLabelsTest {

    private static final Lines LINES = Lines.of(OwnLabelsTest.class);

    @Test
    void standOnEveryObjectOfTheirWorkloadAndOnItsPods() {
        Manifests manifests = render(
                service("orders")
                        .label("shop.example/cost-center", "4711")
                        .annotation("shop.example/runbook", "https://wiki.shop.example/orders")
                        .env("LEVEL", "info")
                        .port(Port.http(8080))
                        .replicas(2)
                        .publicAt("www"),
                service("payments"));

        assertThat(manifests.objects()).allSatisfy(object -> {
            boolean own = "orders".equals(object.getMetadata().getLabels().get("app.kubernetes.io/name"));
            assertThat(object.getMetadata().getLabels().get("shop.example/cost-center"))
                    .as(reference(object))
                    .isEqualTo(own ? "4711" : null);
            assertThat(object.getMetadata().getAnnotations().get("shop.example/runbook"))
                    .as(reference(object))
                    .isEqualTo(own ? "https://wiki.shop.example/orders" : null);
        });
        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(orders.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(orders.getMetadata().getLabels());
        assertThat(at(orders, "/spec/template/metadata/annotations"))
                .isEqualTo(yaml("shop.example/runbook: https://wiki.shop.example/orders"));
        assertThat(at(orders, "/spec/selector/matchLabels")).isEqualTo(yaml("app.kubernetes.io/name: orders"));
    }

    @Test
    void standBesideWhatOthersAreToldOfAnIngress() {
        Ingress ingress = render(
                        Environment.named("prod")
                                .domain("shop.example")
                                .publicThrough(ENTRY.certificatesFrom("letsencrypt"))
                                .build(),
                        service("orders").port(Port.http(8080)).publicAt("www").annotation("a.example/b", "c"))
                .get(Ingress.class, "orders");

        assertThat(at(ingress, "/metadata/annotations")).isEqualTo(yaml("""
                        a.example/b: c
                        cert-manager.io/cluster-issuer: letsencrypt
                        """));
    }

    @Test
    void areExplained() {
        Manifests manifests = render(service("orders")
                .label("shop.example/cost-center", "4711") // (label)
                .annotation("runbook", "see wiki")); // (annotation)

        assertThat(manifests
                        .explain("ServiceAccount/orders", "/metadata/labels/shop.example~1cost-center")
                        .toText())
                .isEqualTo(LINES.cite("""
                        ServiceAccount/orders in prod
                          /metadata/labels/shop.example~1cost-center = "4711"
                            from   services/orders/label/shop.example/cost-center
                              set    4711 by service orders, {label}"""));
        assertThat(manifests
                        .explain("Deployment/orders", "/spec/template/metadata/annotations/runbook")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          /spec/template/metadata/annotations/runbook = "see wiki"
                            from   services/orders/annotation/runbook
                              set    see wiki by service orders, {annotation}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.kubernetes.io/name",
                "app.kubernetes.io/instance",
                "app.kubernetes.io/part-of",
                "app.kubernetes.io/managed-by",
                "app.kubernetes.io/version",
                "dev.idp/owner",
                "pod-template-hash",
                "job-name"
            })
    void aLabelThatHasAMeaningAlreadyIsRefused(String key) {
        assertThatThrownBy(() -> render(service("orders").label(key, "mine"))) // (taken-label)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: label %s has a meaning of its own on Kubernetes
                              said {taken-label}
                              fix  use a key with a domain of your own""".formatted(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.idp/starts-after", "cert-manager.io/cluster-issuer"})
    void anAnnotationThatHasAMeaningAlreadyIsRefused(String key) {
        assertThatThrownBy(() -> render(service("orders").annotation(key, "mine"))) // (taken-annotation)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: annotation %s has a meaning of its own on Kubernetes
                              said {taken-annotation}
                              fix  use a key with a domain of your own""".formatted(key)));
    }

    @Test
    void otherLabelsOfTheSameFamilyAreFree() {
        assertThat(render(service("orders").label("app.kubernetes.io/component", "database"))
                        .get(Deployment.class, "orders")
                        .getMetadata()
                        .getLabels())
                .containsEntry("app.kubernetes.io/component", "database");
    }
}
