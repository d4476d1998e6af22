package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Settings;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoscalerTest {

    @Test
    void followsTheUseOfTheGuaranteedCpu() {
        HorizontalPodAutoscaler scaler = render(
                        service("orders").cpu(Cpu.millis(100)).replicas(2, 5).scaleAtCpu(60))
                .get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "")).isEqualTo(yaml("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: orders
                  minReplicas: 2
                  maxReplicas: 5
                  metrics:
                  - type: Resource
                    resource:
                      name: cpu
                      target:
                        type: Utilization
                        averageUtilization: 60
                """));
    }

    @Test
    void leavesRoomForTheStartOfACopyByDefault() {
        HorizontalPodAutoscaler scaler = render(
                        service("orders").cpu(Cpu.millis(100)).replicas(1, 2))
                .get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/metrics/0/resource/target/averageUtilization"))
                .isEqualTo(yaml("70"));
    }

    /** Without metrics, Kubernetes takes 80 percent. */
    @Test
    void leavesTheUseToScaleAtToKubernetesWhenItIsTakenAway() {
        HorizontalPodAutoscaler scaler = render(
                        service("orders").cpu(Cpu.millis(100)).replicas(1, 2).unset(Settings.CPU_TARGET))
                .get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/maxReplicas")).isEqualTo(yaml("2"));
        assertThat(at(scaler, "/spec/metrics")).isEqualTo(yaml("null"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void isAbsentWhileTheNumberOfCopiesIsFixed(int copies) {
        assertThat(references(render(service("orders").scaleAtCpu(60).replicas(copies, copies))))
                .doesNotContain("HorizontalPodAutoscaler/orders");
    }
}
