package dev.idp.tests.kubernetes.facets;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Metric;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;

/** By what else than CPU copies are added. */
class MetricsTest {

    private static final Lines LINES = Lines.of(MetricsTest.class);

    @Test
    void areMemoryAndWhatCopiesAndOthersReport() {
        HorizontalPodAutoscaler scaler = render(scaled().scaleAtMemory(80)
                        .scaleAt(Metric.ofCopies("requests_per_second", 100))
                        .scaleAt(Metric.elsewhere("queue_length", 30)))
                .get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/metrics")).isEqualTo(yaml("""
                - type: Resource
                  resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
                - type: Resource
                  resource: {name: memory, target: {type: Utilization, averageUtilization: 80}}
                - type: External
                  external: {metric: {name: queue_length}, target: {type: AverageValue, averageValue: '30'}}
                - type: Pods
                  pods: {metric: {name: requests_per_second}, target: {type: AverageValue, averageValue: '100'}}
                """));
    }

    @Test
    void canTakeThePlaceOfCpu() {
        HorizontalPodAutoscaler scaler = render(
                        scaled().unset(Settings.CPU_TARGET).scaleAt(Metric.elsewhere("queue_length", 30)))
                .get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/metrics")).isEqualTo(yaml("""
                - type: External
                  external: {metric: {name: queue_length}, target: {type: AverageValue, averageValue: '30'}}
                """));
    }

    @Test
    void scaleAStatefulServiceAsWellWhichHasABudgetToo() {
        Manifests manifests = render(scaled().stateful());

        assertThat(at(manifests.get(HorizontalPodAutoscaler.class, "orders"), "/spec/scaleTargetRef"))
                .isEqualTo(yaml("{apiVersion: apps/v1, kind: StatefulSet, name: orders}"));
        assertThat(references(manifests)).contains("PodDisruptionBudget/orders");
    }

    @Test
    void areExplained() {
        Manifests manifests = render(scaled().scaleAtMemory(80) // (memory)
                .scaleAt(Metric.elsewhere("queue_length", 30))); // (metric)

        assertThat(manifests
                        .explain("HorizontalPodAutoscaler/orders", "/spec/metrics/1/resource/target/averageUtilization")
                        .toText())
                .isEqualTo(LINES.cite("""
                        HorizontalPodAutoscaler/orders in prod
                          /spec/metrics/1/resource/target/averageUtilization = 80
                            from   services/orders/memory-target
                              set    80 by service orders, {memory}"""));
        assertThat(manifests
                        .explain("HorizontalPodAutoscaler/orders", "/spec/metrics/2/external/target/averageValue")
                        .toText())
                .isEqualTo(LINES.cite("""
                        HorizontalPodAutoscaler/orders in prod
                          /spec/metrics/2/external/target/averageValue = "30"
                            from   services/orders/metric/queue_length
                              set    queue_length elsewhere at 30 by service orders, {metric}"""));
    }

    @Test
    void withASlashInTheirNamesAreRefused() {
        assertThatThrownBy(() -> render(scaled().scaleAt(Metric.elsewhere("pubsub/backlog", 1)))) // (slash)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: Kubernetes knows no metric with a slash in its name: pubsub/backlog
                              said {slash}
                              fix  say the name under which the cluster's metrics adapter offers it"""));
    }

    private static Service.Builder scaled() {
        return service("orders").replicas(2, 5).cpu(millis(100)).memory(mebibytes(64));
    }
}
