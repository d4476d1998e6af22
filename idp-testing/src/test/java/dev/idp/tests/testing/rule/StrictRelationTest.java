package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.tests.testing.rule.Shop.PROD;
import static dev.idp.tests.testing.rule.Shop.STAGING;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Access;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Statements;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Verdict;
import dev.idp.testing.rule.EnvironmentRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Production is at least as strict as staging, or the rule says where it is not, with the lines of both. */
class StrictRelationTest {

    private static final EnvironmentRule STRICT = environment("prod")
            .shouldBeAtLeastAsStrictAs("staging")
            .andIn(Settings.SHUTDOWN_GRACE, (prod, staging) -> prod.compareTo(staging) >= 0)
            .because("staging must not be the better place");

    private static final String HEADLINE = """
            Environment prod should be at least as strict as staging,
            because staging must not be the better place,
            but 1 violation was found:
            """;

    private static final String DECLARED = "service orders, StrictRelationTest.java:LINE";
    private static final String IN_PROD = "service orders in prod, StrictRelationTest.java:LINE";
    private static final String IN_STAGING = "in staging: service orders in staging, StrictRelationTest.java:LINE";

    private static Plan plan(Consumer<Statements> prod, Consumer<Statements> staging) {
        return plan(orders(prod, staging));
    }

    private static Service orders(Consumer<Statements> prod, Consumer<Statements> staging) {
        return Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .publicAt("orders")
                .in(PROD, prod)
                .in(STAGING, staging)
                .build();
    }

    private static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(PROD, STAGING)
                .services(services)
                .build()
                .plan();
    }

    private static void nothing(Statements statements) {}

    @ParameterizedTest(name = "{2}")
    @MethodSource("laxities")
    void whatIsLessStrictInProductionIsFound(
            Consumer<Statements> prod, Consumer<Statements> staging, String violation, String place) {
        STRICT.check(plan(staging, prod));

        assertThat(failureOf(() -> STRICT.check(plan(prod, staging))))
                .isEqualTo(HEADLINE + "  orders in prod: " + violation + "\n      " + place);
    }

    static Stream<Arguments> laxities() {
        return Stream.of(
                lax(
                        service -> service.replicas(1),
                        service -> service.replicas(2),
                        "its replicas is 1, in staging 2",
                        IN_PROD + "; " + IN_STAGING),
                lax(
                        service -> service.replicas(1, 9).cpu(Cpu.millis(100)),
                        service -> service.replicas(2, 3).cpu(Cpu.millis(100)),
                        "its replicas is 1..9, in staging 2..3",
                        IN_PROD + "; " + IN_STAGING),
                lost(
                        service -> service.readiness(Probe.httpGet("/ready")),
                        "its readiness is not set, in staging GET /ready on http"),
                lost(
                        service -> service.liveness(Probe.tcpConnect()),
                        "its liveness is not set, in staging TCP connect on http"),
                lost(service -> service.cpu(Cpu.millis(100)), "its cpu is not set, in staging 100m"),
                lost(service -> service.memory(Memory.mebibytes(64)), "its memory is not set, in staging 64Mi"),
                lost(
                        service -> service.set(Settings.CPU_LIMIT, Cpu.millis(200)),
                        "its cpu-limit is not set, in staging 200m"),
                lost(
                        service -> service.set(Settings.MEMORY_LIMIT, Memory.mebibytes(64)),
                        "its memory-limit is not set, in staging 64Mi"),
                won(service -> service.runAsRoot("it is old"), "its non-root is lifted: it is old, in staging holds"),
                won(
                        service -> service.writableRootFilesystem("it is old"),
                        "its read-only-root is lifted: it is old, in staging holds"),
                won(
                        service -> service.may(Permission.toRead("pods")),
                        "it may get, list, watch on pods, not so in staging"),
                lax(
                        service -> service.may(Permission.on("pods", "get", "list")),
                        service -> service.may(Permission.on("pods", "get")),
                        "it may get, list on pods, not so in staging",
                        IN_PROD + "; " + IN_STAGING),
                won(
                        service -> service.publicAt("api"),
                        "it is public at api.shop.example/, not so in staging at whatever host"),
                lax(
                        service -> service.shutdownGrace(Duration.ofSeconds(5)),
                        service -> service.shutdownGrace(Duration.ofSeconds(30)),
                        "its shutdown-grace is PT5S, in staging PT30S",
                        IN_PROD + "; " + IN_STAGING));
    }

    private static Arguments lax(
            Consumer<Statements> prod, Consumer<Statements> staging, String violation, String place) {
        return Arguments.of(prod, staging, violation, place);
    }

    private static Arguments lost(Consumer<Statements> staging, String violation) {
        return lax(StrictRelationTest::nothing, staging, violation, DECLARED + "; " + IN_STAGING);
    }

    private static Arguments won(Consumer<Statements> prod, String violation) {
        return lax(prod, StrictRelationTest::nothing, violation, IN_PROD + "; in staging: " + DECLARED);
    }

    @Test
    void aPermissionWithAWildcardCoversOthers() {
        STRICT.check(plan(
                service -> service.may(Permission.on("pods", "get")),
                service -> service.may(Permission.on("*", "*").inGroup("*"))));
    }

    @Test
    void anotherPortBehindAPublicAddressIsExposedAnew() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080).named("web"))
                .port(Port.http(9090).named("admin"))
                .in(PROD, service -> service.publicAt(Route.at("orders").toPort("admin")))
                .in(STAGING, service -> service.publicAt(Route.at("orders").toPort("web")))
                .build();

        assertThat(failureOf(() -> STRICT.check(plan(orders))))
                .isEqualTo(HEADLINE
                        + "  orders in prod: it is public at orders.shop.example/, not so in staging at whatever host\n"
                        + "      " + IN_PROD + "; in staging: " + DECLARED);
    }

    @Test
    void moreCallersAndWhatIsInOneAloneAreFoundUntilTheyAreLeftOut() {
        Service orders = orders(StrictRelationTest::nothing, StrictRelationTest::nothing);
        Service audit = Service.named("audit")
                .image("audit:1")
                .onlyIn(PROD)
                .env("ORDERS_URL", orders.url())
                .build();
        Service load = Service.named("load").image("load:1").onlyIn(STAGING).build();
        Plan plan = plan(orders, audit, load);

        assertThat(failureOf(() -> STRICT.check(plan))).isEqualTo("""
                        Environment prod should be at least as strict as staging,
                        because staging must not be the better place,
                        but 3 violations were found:
                          audit in prod: it is in prod alone
                              service audit, StrictRelationTest.java:LINE
                              fix: say exceptFor("audit") if it is meant to be
                          load in prod: it is in staging alone
                              in staging: service load, StrictRelationTest.java:LINE
                              fix: say exceptFor("load") if it is meant to be
                          orders in prod: audit calls it, not so in staging
                              service audit, StrictRelationTest.java:LINE; in staging: service orders, StrictRelationTest.java:LINE""");
        environment("prod")
                .shouldBeAtLeastAsStrictAs("staging")
                .exceptFor("audit", "load")
                .because("staging must not be the better place")
                .check(plan);
    }

    @Test
    void anEnvironmentMustNotLoseTlsNorLetPeopleDoMore() {
        Environment staging = Environment.named("staging")
                .tier(Tier.STAGING)
                .domain("staging.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx").terminatingTls())
                .teamsMay(Access.NONE)
                .build();
        Plan plan = Platform.named("shop")
                .environments(PROD, staging)
                .services(Shop.payments())
                .build()
                .plan();

        assertThat(failureOf(() -> STRICT.check(plan))).isEqualTo("""
                        Environment prod should be at least as strict as staging,
                        because staging must not be the better place,
                        but 2 violations were found:
                          prod: the public reaches it without TLS, not so in staging
                              environment prod, Shop.java:LINE; in staging: environment staging, StrictRelationTest.java:LINE
                          prod: its team-access is VIEW, in staging NONE
                              environment prod, Shop.java:LINE; in staging: environment staging, StrictRelationTest.java:LINE""");
        environment("staging")
                .shouldBeAtLeastAsStrictAs("prod")
                .because("both are")
                .check(plan);
    }

    @Test
    void theWorkloadOfTheFirstEnvironmentWaivesIt() {
        LocalDate today = LocalDate.of(2026, 6, 1);
        EnvironmentRule named = STRICT.as("as-strict");
        Plan plan = plan(
                service -> service.replicas(1).waives("as-strict", "licences are dear", "sales", today),
                service -> service.replicas(2));

        named.check(plan, today);
        List<Finding> findings = named.rule().check(plan);
        assertThat(findings).extracting(Finding::rule).containsExactly("as-strict");
        assertThat(Verdict.of(plan, findings, today).isClean()).isTrue();
        assertThat(failureOf(() -> named.check(plan)))
                .endsWith("\n1 has a waiver, which is heard when a day is given: check(plan, today)");
    }

    @Test
    void nothingToCompareFails() {
        Plan plan = plan(Service.named("orders").image("orders:1").onlyIn(PROD).build());

        assertThat(failureOf(() -> STRICT.check(plan))).isEqualTo("""
                        Environment prod should be at least as strict as staging,
                        because staging must not be the better place,
                        but there is nothing to compare: no workload is in both of them""");
        assertThatThrownBy(() -> environment("prod")
                        .shouldBeAtLeastAsStrictAs("stagin")
                        .because("of a typing mistake")
                        .check(plan))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no environment 'stagin' in platform 'shop', only staging, prod");
    }

    @Test
    void mistypedNamesFail() {
        Plan plan = plan(StrictRelationTest::nothing, StrictRelationTest::nothing);

        assertThat(failureOf(() -> environment("prod")
                        .shouldBeAtLeastAsStrictAs("staging")
                        .exceptFor("odrers")
                        .because("of a typing mistake")
                        .check(plan)))
                .isEqualTo("""
                        Environment prod should be at least as strict as staging except for odrers,
                        because of a typing mistake,
                        but neither of them has odrers
                        fix: correct exceptFor(...), or remove it""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> environment("prod").shouldBeAtLeastAsStrictAs("prod"))
                .withMessage("environment 'prod' cannot be compared with itself");
    }

    @Test
    void aComparisonOfTheAuthorsOwnThatThrowsIsFoundWhereItDoes() {
        assertThat(failureOf(() -> environment("prod")
                        .shouldBeAtLeastAsStrictAs("staging")
                        .andIn(Settings.ROUTE, (prod, staging) -> {
                            throw new IllegalStateException("no idea");
                        })
                        .because("it matters")
                        .check(plan(StrictRelationTest::nothing, StrictRelationTest::nothing))))
                .contains("  orders in prod: the rule failed at StrictRelationTest.java:LINE:"
                        + " java.lang.IllegalStateException: no idea\nfix: mend the rule");
    }
}
