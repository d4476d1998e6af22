package dev.idp.tests.policy;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.Shop.DEV;

import dev.idp.Container;
import org.junit.jupiter.api.Test;

class SizeRulesTest {

    private static final Checks REQUESTS = Checks.of(SizeRulesTest.class, "requests-set");
    private static final Checks LIMIT = Checks.of(SizeRulesTest.class, "memory-limit-set");

    private static final Container PROXY =
            Container.named("proxy").image("envoy:1").build();
    private static final Container SIZED = Container.named("proxy")
            .image("envoy:1")
            .cpu(millis(1))
            .memory(mebibytes(1), mebibytes(2))
            .build();

    @Test
    void aWorkloadWithoutRequestsIsFound() {
        String finding = """
                WARNING requests-set: orders in dev: it does not say how much CPU and memory it needs; fix: add cpu(...) \
                and memory(...)""";

        REQUESTS.finds(Checks.orders(DEV, s -> {}), finding);
        REQUESTS.finds(Checks.orders(DEV, s -> s.cpu(millis(1))), finding);
        REQUESTS.finds(Checks.orders(DEV, s -> s.memory(mebibytes(1))), finding);
        REQUESTS.finds(Checks.nightly(DEV, job -> {}), finding.replace("orders", "nightly"));
        REQUESTS.findsNothing(Checks.orders(DEV, s -> s.cpu(millis(1)).memory(mebibytes(1))));
    }

    @Test
    void aSidecarNeedsRequestsAsWell() {
        REQUESTS.finds(
                Checks.orders(DEV, s -> s.cpu(millis(1)).memory(mebibytes(1)).sidecar(PROXY)), // (proxy)
                """
                WARNING requests-set: orders in dev: its sidecar proxy does not say how much CPU and memory it needs \
                (service orders, {proxy}); fix: add cpu(...) and memory(...)""");
        REQUESTS.findsNothing(
                Checks.orders(DEV, s -> s.cpu(millis(1)).memory(mebibytes(1)).sidecar(SIZED)));
    }

    @Test
    void memoryWithoutALimitIsFound() {
        LIMIT.finds(Checks.orders(DEV, s -> s.memory(mebibytes(1))), """
                WARNING memory-limit-set: orders in dev: it may use all the memory of its machine; fix: add a limit: \
                memory(request, limit)""");
        LIMIT.finds(
                Checks.orders(DEV, s -> s.memory(mebibytes(1), mebibytes(2)).sidecar(PROXY)), // (unlimited)
                """
                WARNING memory-limit-set: orders in dev: its sidecar proxy may use all the memory of its machine (service \
                orders, {unlimited}); fix: add a limit: memory(request, limit)""");
        LIMIT.findsNothing(
                Checks.orders(DEV, s -> s.memory(mebibytes(1), mebibytes(2)).sidecar(SIZED)));
    }

    @Test
    void initStepsAreSoonOver() {
        REQUESTS.findsNothing(
                Checks.orders(DEV, s -> s.cpu(millis(1)).memory(mebibytes(1)).initStep(PROXY)));
        LIMIT.findsNothing(
                Checks.orders(DEV, s -> s.memory(mebibytes(1), mebibytes(1)).initStep(PROXY)));
    }
}
