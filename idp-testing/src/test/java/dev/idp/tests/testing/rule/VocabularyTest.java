package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.jobs;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.testing.rule.Demanded;
import dev.idp.testing.rule.JobsShould;
import dev.idp.testing.rule.ServicesShould;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word that demands something: who meets it, and what is said of who does not. */
class VocabularyTest {

    private static final Plan PLAN = Shop.plan();

    private static final String ORDERS = "service orders, Shop.java:LINE";
    private static final String PAYMENTS = "service payments, Shop.java:LINE";

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("demandsOnServices")
    void demandsAreMetOrSaidNotToBe(
            String good,
            String bad,
            String text,
            Function<ServicesShould, Demanded<?, ?>> demand,
            String... violations) {
        demand.apply(services().that().areNamed(good).should())
                .because("it matters")
                .check(PLAN);

        String failure =
                failureOf(() -> demand.apply(services().that().areNamed(bad).should())
                        .because("it matters")
                        .check(PLAN));

        assertThat(failure)
                .isEqualTo("Services that are named " + bad + " should " + text + ",\n"
                        + "because it matters,\n"
                        + "but 1 of 1 service violates it:\n"
                        + String.join("\n", violations));
    }

    static Stream<Arguments> demandsOnServices() {
        return Stream.of(
                demand(
                        "orders",
                        "payments",
                        "be public",
                        ServicesShould::bePublic,
                        violation("payments", "it has no public address", PAYMENTS),
                        "fix: add publicAt(...)"),
                demand(
                        "payments",
                        "orders",
                        "not be public",
                        ServicesShould::notBePublic,
                        violation("orders", "it is public at orders.shop.example/", ORDERS),
                        "fix: remove publicAt(...)"),
                demand(
                        "payments",
                        "orders",
                        "be probed",
                        ServicesShould::beProbed,
                        violation("orders", "it has no readiness and no liveness probe", ORDERS),
                        "fix: add readiness(...) and liveness(...)"),
                demand(
                        "payments",
                        "orders",
                        "have at least 2 replicas",
                        should -> should.haveAtLeastReplicas(2),
                        violation("orders", "its replicas are 1", ORDERS),
                        "fix: say replicas(2) or more"),
                demand(
                        "orders",
                        "payments",
                        "be called by nobody",
                        should -> should.onlyBeCalledBy(),
                        violation("payments", "orders calls it", ORDERS),
                        "fix: remove what refers to it"),
                demand(
                        "payments",
                        "orders",
                        "be owned",
                        ServicesShould::beOwned,
                        violation("orders", "nobody owns it", ORDERS),
                        "fix: add ownedBy(team)"),
                demand(
                        "orders",
                        "payments",
                        "call payments",
                        should -> should.call("payments"),
                        violation("payments", "it does not call payments", PAYMENTS),
                        "fix: refer to payments, or say uses(payments)"),
                demand(
                        "payments",
                        "orders",
                        "not call payments",
                        should -> should.notCall("payments"),
                        violation("orders", "it calls payments", ORDERS),
                        "fix: remove what refers to it"),
                demand(
                        "payments",
                        "orders",
                        "only call cleanup and report",
                        should -> should.onlyCall("cleanup", "report"),
                        violation("orders", "it calls payments", ORDERS),
                        "fix: remove what refers to it"),
                demand(
                        "payments",
                        "orders",
                        "have requests",
                        ServicesShould::haveRequests,
                        violation("orders", "it does not say how much CPU it needs", ORDERS),
                        "      fix: add cpu(...)",
                        violation("orders", "it does not say how much memory it needs", ORDERS),
                        "      fix: add memory(...)"),
                demand(
                        "payments",
                        "orders",
                        "have a memory limit",
                        ServicesShould::haveMemoryLimit,
                        violation("orders", "it may use all the memory of its machine", ORDERS),
                        "fix: add a limit: memory(request, limit)"),
                demand(
                        "payments",
                        "orders",
                        "run as non-root",
                        ServicesShould::runAsNonRoot,
                        violation("orders", "it may run as root, because the image is old", ORDERS),
                        "fix: let the image run as another user, and remove runAsRoot(...)"),
                demand(
                        "payments",
                        "orders",
                        "have a read-only root",
                        ServicesShould::haveReadOnlyRoot,
                        violation("orders", "it may write to the files of its image, because it writes logs", ORDERS),
                        "fix: add scratch(...) for what it writes, and remove writableRootFilesystem(...)"),
                demand(
                        "payments",
                        "orders",
                        "read no secrets",
                        ServicesShould::readNoSecrets,
                        violation("orders", "it reads token of secret bank", ORDERS),
                        "fix: remove what reads it"),
                demand(
                        "payments",
                        "orders",
                        "have readiness",
                        should -> should.have(Settings.READINESS),
                        violation("orders", "it has no readiness", ORDERS),
                        "fix: decide on readiness"),
                demand(
                        "payments",
                        "orders",
                        "not have env",
                        should -> should.notHave(Settings.ENV),
                        violation("orders", "its env PAYMENTS_URL is http://payments:8080", ORDERS)),
                demand(
                        "payments",
                        "orders",
                        "have replicas of two",
                        should -> should.have(Settings.REPLICAS, "of two", replicas -> replicas.minimum() == 2),
                        violation("orders", "its replicas is 1, not of two", ORDERS)),
                demand(
                        "orders",
                        "payments",
                        "have env PAYMENTS_URL",
                        should -> should.haveEntry(Settings.ENV, "PAYMENTS_URL"),
                        violation("payments", "it has no env PAYMENTS_URL", PAYMENTS),
                        "fix: add env PAYMENTS_URL"),
                demand(
                        "payments",
                        "orders",
                        "be green",
                        should -> should.satisfy(
                                be("green", service -> service.name().equals("payments"), "it is red")),
                        violation("orders", "it is red", ORDERS)),
                demand(
                        "payments",
                        "orders",
                        "be probed and should be owned",
                        should -> should.beProbed().andShould().beOwned(),
                        violation("orders", "it has no readiness and no liveness probe", ORDERS),
                        "      fix: add readiness(...) and liveness(...)",
                        violation("orders", "nobody owns it", ORDERS),
                        "      fix: add ownedBy(team)"),
                demand(
                        "orders",
                        "payments",
                        "be public or should read no secrets and should call payments",
                        should -> should.bePublic()
                                .orShould()
                                .readNoSecrets()
                                .andShould()
                                .call("payments"),
                        violation("payments", "it does not call payments", PAYMENTS),
                        "fix: refer to payments, or say uses(payments)"));
    }

    @Test
    void jobsHaveDeadlines() {
        Plan plan = Shop.plan(Shop.payments());
        JobsShould scheduled = jobs().that().areScheduled().should();

        assertThat(failureOf(
                        () -> scheduled.haveDeadline().because("it matters").check(plan)))
                .isEqualTo("""
                        Jobs that are scheduled should have a deadline,
                        because it matters,
                        but 1 of 1 job violates it:
                          report in prod: it may take as long as it likes
                              job report, Shop.java:LINE
                        fix: add deadline(...)""");
        jobs().should()
                .haveDeadline()
                .because("it matters")
                .check(Shop.plan(
                        Job.named("report")
                                .image("report:1")
                                .deadline(Duration.ofMinutes(5))
                                .build(),
                        Shop.payments()));
    }

    @Test
    void sidecarsAreHeldToSizesAsWell() {
        Service proxied = Service.named("proxied")
                .image("proxied:1")
                .cpu(Cpu.millis(10))
                .memory(Memory.mebibytes(64), Memory.mebibytes(64))
                .sidecar(Container.named("proxy").image("proxy:1").build())
                .build();

        assertThat(failureOf(() -> services()
                        .should()
                        .haveRequests()
                        .andShould()
                        .haveMemoryLimit()
                        .because("it matters")
                        .check(Shop.plan(proxied))))
                .isEqualTo("""
                        Services should have requests and should have a memory limit,
                        because it matters,
                        but 1 of 1 service violates it:
                          proxied in prod: its sidecar proxy does not say how much CPU it needs
                              service proxied, VocabularyTest.java:LINE
                              fix: add cpu(...)
                          proxied in prod: its sidecar proxy does not say how much memory it needs
                              service proxied, VocabularyTest.java:LINE
                              fix: add memory(...)
                          proxied in prod: its sidecar proxy may use all the memory of its machine
                              service proxied, VocabularyTest.java:LINE
                              fix: add a limit: memory(request, limit)""");
    }

    private static Arguments demand(
            String good,
            String bad,
            String text,
            Function<ServicesShould, Demanded<?, ?>> demand,
            String... violations) {
        return Arguments.of(good, bad, text, demand, violations);
    }

    private static String violation(String subject, String message, String place) {
        return "  " + subject + " in prod: " + message + "\n      " + place;
    }
}
