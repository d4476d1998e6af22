package dev.idp.tests.policy;

import static dev.idp.Port.http;
import static dev.idp.Probe.exec;
import static dev.idp.Probe.httpGet;
import static dev.idp.Probe.tcpConnect;
import static dev.idp.tests.Shop.DEV;

import dev.idp.Probe;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbeRulesTest {

    private static final Checks PRESENT = Checks.of(ProbeRulesTest.class, "probes-present");
    private static final Checks DISTINCT = Checks.of(ProbeRulesTest.class, "probes-distinct");

    @Test
    void aPortWithoutAReadinessProbeIsFound() {
        PRESENT.finds(Checks.orders(DEV, s -> s.port(http(80))), """
                WARNING probes-present: orders in dev: it has no readiness probe; fix: add readiness(...)""");
        PRESENT.findsNothing(Checks.orders(DEV, s -> {}));
        PRESENT.findsNothing(Checks.orders(DEV, s -> s.port(http(80)).readiness(httpGet("/"))));
    }

    @Test
    void livenessThatAsksWhatReadinessAsksIsFound() {
        DISTINCT.finds(
                Checks.orders(
                        DEV,
                        s -> s.port(http(80)).readiness(httpGet("/health")).liveness(httpGet("/health"))), // (liveness)
                """
                WARNING probes-distinct: orders in dev: it is restarted as soon as it is not ready, since liveness asks \
                what readiness asks (service orders, {liveness}); fix: ask liveness something simpler, or add \
                failingAfter(...) to it""");
    }

    @Test
    void livenessMayAskTheSameIfItIsMorePatient() {
        DISTINCT.findsNothing(probes(httpGet("/").failingAfter(6), httpGet("/")));
        DISTINCT.findsNothing(probes(httpGet("/").period(Duration.ofSeconds(20)), httpGet("/")));
        DISTINCT.findsNothing(probes(httpGet("/"), httpGet("/").period(Duration.ofSeconds(5))));
    }

    @Test
    void anotherQuestionIsAnotherQuestion() {
        DISTINCT.findsNothing(probes(httpGet("/live"), httpGet("/ready")));
        DISTINCT.findsNothing(probes(httpGet("/").header("X-Asker", "liveness"), httpGet("/")));
        DISTINCT.findsNothing(probes(tcpConnect(), httpGet("/")));
        DISTINCT.findsNothing(probes(exec("alive"), exec("ready")));
        DISTINCT.findsNothing(Checks.orders(DEV, s -> s.port(http(80)).readiness(httpGet("/"))));
        DISTINCT.findsNothing(Checks.orders(DEV, s -> s.port(http(80)).liveness(httpGet("/"))));
    }

    @Test
    void theKernelAnswersConnectionsHoweverBusyTheProcessIs() {
        DISTINCT.findsNothing(probes(tcpConnect(), tcpConnect()));
    }

    @Test
    void lessPatienceIsWorse() {
        EnvironmentPlan plan = probes(httpGet("/").failingAfter(1), httpGet("/"));

        DISTINCT.finds(plan, Severity.WARNING);
    }

    private static EnvironmentPlan probes(Probe liveness, Probe readiness) {
        return Checks.orders(DEV, s -> s.port(http(80)).liveness(liveness).readiness(readiness));
    }
}
