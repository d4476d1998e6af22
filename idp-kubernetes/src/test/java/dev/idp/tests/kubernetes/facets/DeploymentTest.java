package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    @Test
    void saysNoMoreThanItMustOfAServiceThatSaysNothing() {
        Deployment deployment = deployment(service("orders"));

        assertThat(at(deployment, "")).isEqualTo(yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                    app.kubernetes.io/version: '1.0'
                spec:
                  replicas: 1
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: orders
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/instance: prod
                        app.kubernetes.io/managed-by: idp
                        app.kubernetes.io/name: orders
                        app.kubernetes.io/part-of: shop
                        app.kubernetes.io/version: '1.0'
                    spec:
                      serviceAccountName: orders
                      automountServiceAccountToken: false
                      enableServiceLinks: false
                      securityContext:
                        runAsNonRoot: true
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                      - name: orders
                        image: registry.example/orders:1.0
                        securityContext:
                          allowPrivilegeEscalation: false
                          capabilities:
                            drop:
                            - ALL
                          readOnlyRootFilesystem: true
                """));
    }

    @Test
    void hasAFixedNumberOfCopies() {
        assertThat(deployment(service("orders").replicas(3)).getSpec().getReplicas())
                .isEqualTo(3);
    }

    @Test
    void leavesTheNumberOfCopiesToTheAutoscaler() {
        Service.Builder scaled = service("orders").cpu(Cpu.millis(100)).replicas(2, 5);

        assertThat(deployment(scaled).getSpec().getReplicas()).isNull();
    }

    @Test
    void leavesTheNumberOfCopiesToOthersWhenItIsTakenAway() {
        Manifests manifests = render(service("orders").unset(Settings.REPLICAS));

        assertThat(manifests.get(Deployment.class, "orders").getSpec().getReplicas())
                .isNull();
        assertThat(references(manifests))
                .doesNotContain("HorizontalPodAutoscaler/orders", "PodDisruptionBudget/orders");
    }

    @Test
    void runsTheImageAsItIsWritten() {
        String digest = "registry.example/orders@sha256:" + "0123456789abcdef".repeat(4);

        Deployment deployment = deployment(Service.named("orders").image(digest));

        assertThat(at(deployment, "/spec/template/spec/containers/0/image")).isEqualTo(yaml(digest));
    }

    @Test
    void givesCopiesTheTimeThatTheyNeedToStop() {
        assertThat(gracePeriod(service("orders").shutdownGrace(Duration.ofMinutes(2))))
                .isEqualTo(120);
        assertThat(gracePeriod(service("orders").shutdownGrace(Duration.ZERO))).isZero();
        assertThat(gracePeriod(service("orders"))).isNull();
    }

    private static Long gracePeriod(Service.Builder service) {
        return deployment(service).getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds();
    }

    private static Deployment deployment(Service.Builder service) {
        return render(service).get(Deployment.class, "orders");
    }
}
