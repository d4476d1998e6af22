package dev.idp.tests.kubernetes.facets;

import static dev.idp.kubernetes.KubernetesSettings.SCALING;
import static dev.idp.kubernetes.Portion.copies;
import static dev.idp.kubernetes.Portion.percent;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Scaling;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast the number of copies follows the load. */
class ScalingTest {

    private static final Lines LINES = Lines.of(ScalingTest.class);
    private static final Scaling PATIENT = Scaling.down(Pace.after(Duration.ofMinutes(10)));

    @Test
    void isLeftToKubernetesUnlessSomethingIsSaid() {
        Manifests manifests = render(scaled());

        assertThat(at(manifests.get(HorizontalPodAutoscaler.class, "orders"), "/spec/behavior"))
                .isEqualTo(yaml("null"));
        assertThat(manifests
                        .explain("HorizontalPodAutoscaler/orders", "/spec/behavior")
                        .reason())
                .isEqualTo("left to Kubernetes, which adds copies at once and waits before it removes them");
    }

    @Test
    void hasWindowsAndStepsAndAChoiceInBothDirections() {
        Scaling scaling = Scaling.up(
                        Pace.atMost(copies(4), Duration.ofMinutes(1)).or(percent(100), Duration.ofMinutes(1)))
                .andDown(Pace.atMost(percent(10), Duration.ofMinutes(5))
                        .or(copies(1), Duration.ofMinutes(1))
                        .slowest()
                        .onceStableFor(Duration.ofMinutes(10)));

        HorizontalPodAutoscaler scaler =
                render(scaled().set(SCALING, scaling)).get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/behavior")).isEqualTo(yaml("""
                scaleUp:
                  policies:
                  - {type: Pods, value: 4, periodSeconds: 60}
                  - {type: Percent, value: 100, periodSeconds: 60}
                scaleDown:
                  stabilizationWindowSeconds: 600
                  policies:
                  - {type: Percent, value: 10, periodSeconds: 300}
                  - {type: Pods, value: 1, periodSeconds: 60}
                  selectPolicy: Min
                """));
    }

    @Test
    void canGoInOneDirectionAlone() {
        HorizontalPodAutoscaler scaler =
                render(scaled().set(SCALING, Scaling.down(Pace.never()))).get(HorizontalPodAutoscaler.class, "orders");

        assertThat(at(scaler, "/spec/behavior")).isEqualTo(yaml("scaleDown: {selectPolicy: Disabled}"));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(scaled().set(SCALING, PATIENT)); // (scaling)

        assertThat(manifests
                        .explain(
                                "HorizontalPodAutoscaler/orders", "/spec/behavior/scaleDown/stabilizationWindowSeconds")
                        .toText())
                .isEqualTo(LINES.cite("""
                        HorizontalPodAutoscaler/orders in prod
                          /spec/behavior/scaleDown/stabilizationWindowSeconds = 600
                            from   services/orders/scaling
                              set    down after 600s by service orders, {scaling}"""));
        assertThat(manifests
                        .explain("HorizontalPodAutoscaler/orders", "/spec/behavior/scaleUp")
                        .toText())
                .isEqualTo(LINES.cite("""
                        HorizontalPodAutoscaler/orders in prod
                          /spec/behavior/scaleUp is not set
                            rule   left to Kubernetes, which adds copies at once
                            since  services/orders/scaling
                              set    down after 600s by service orders, {scaling}"""));
    }

    @Test
    void ofAFixedNumberOfCopiesIsRefused() {
        Service.Builder orders = service("orders")
                .replicas(3) // (replicas)
                .set(SCALING, PATIENT); // (fixed)
        Service.Builder agent = service("agent")
                .onEveryNode() // (kind)
                .set(SCALING, PATIENT); // (agent)
        Service.Builder others = service("others")
                .unset(Settings.REPLICAS) // (unset)
                .set(SCALING, PATIENT); // (others)

        assertThatThrownBy(() -> render(orders, agent, others))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        3 problems in platform 'shop':
                          agent in prod: nothing scales the number of copies, so it has no pace
                              scaling {agent}
                              kind    {kind}
                              fix     remove the scaling
                          orders in prod: nothing scales the number of copies, so it has no pace
                              scaling  {fixed}
                              replicas {replicas}
                              fix      say replicas(least, most), or remove the scaling
                          others in prod: nothing scales the number of copies, so it has no pace
                              scaling  {others}
                              replicas {unset}
                              fix      say replicas(least, most), or remove the scaling"""));
    }

    @Test
    void thatAnEnvironmentSaysOfAllPassesOverFixedNumbers() {
        Environment prod = prod().defaults(all -> all.set(SCALING, PATIENT)).build();

        Manifests manifests = render(
                prod,
                scaled(),
                service("payments").replicas(3),
                service("agent").onEveryNode());

        assertThat(references(manifests))
                .contains("HorizontalPodAutoscaler/orders")
                .doesNotContain("HorizontalPodAutoscaler/payments", "HorizontalPodAutoscaler/agent");
        assertThat(at(manifests.get(HorizontalPodAutoscaler.class, "orders"), "/spec/behavior"))
                .isEqualTo(yaml("scaleDown: {stabilizationWindowSeconds: 600}"));
    }

    private static Service.Builder scaled() {
        return service("orders").cpu(Cpu.millis(100)).replicas(2, 5);
    }
}
