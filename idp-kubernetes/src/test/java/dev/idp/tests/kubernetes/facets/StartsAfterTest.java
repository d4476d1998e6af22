package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.only;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Job;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class StartsAfterTest {

    private static final Lines LINES = Lines.of(StartsAfterTest.class);

    @Test
    void isSaidOfWhatWaitsAndOfNothingElse() {
        Manifests manifests = render(
                job("seed").startsAfter(Service.ref("store")),
                service("orders")
                        .startsAfter(Service.ref("store"), Job.ref("seed"))
                        .annotation("a.example/b", "c"),
                service("store"));

        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(at(orders, "/metadata/annotations")).isEqualTo(yaml("""
                a.example/b: c
                dev.idp/starts-after: seed,store
                """));
        assertThat(at(orders, "/spec/template/metadata/annotations")).isEqualTo(yaml("a.example/b: c"));
        assertThat(at(orders, "/spec/template/spec/initContainers")).isEqualTo(yaml("null"));
        assertThat(at(
                        only(manifests, io.fabric8.kubernetes.api.model.batch.v1.Job.class, "seed"),
                        "/metadata/annotations"))
                .isEqualTo(yaml("dev.idp/starts-after: store"));
        assertThat(at(manifests.get(Deployment.class, "store"), "/metadata/annotations"))
                .isEqualTo(yaml("null"));
    }

    @Test
    void isSaidOfAServiceThatIsMigrated() {
        Manifests manifests = render(
                service("orders").migratedBy(Job.named("orders-migration").build()));

        assertThat(at(manifests.get(Deployment.class, "orders"), "/metadata/annotations"))
                .isEqualTo(yaml("dev.idp/starts-after: orders-migration"));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(
                service("orders").startsAfter(Service.ref("store")), // (starts-after)
                service("store"));

        assertThat(manifests
                        .explain("Deployment/orders", "/metadata/annotations/dev.idp~1starts-after")
                        .toText())
                .matches(LINES.cite("""
                                Deployment/orders in prod
                                  /metadata/annotations/dev.idp~1starts-after = "store"
                                    rule   Kubernetes knows no order of starts, so it is for whoever applies this
                                    from   services/store/name
                                      set    store by service store, Platforms.java:\\d+
                                      via    StartsAfterTest.java:\\d+
                                    from   services/orders/starts-after/store
                                      set    store by service orders, {starts-after}"""));
    }
}
