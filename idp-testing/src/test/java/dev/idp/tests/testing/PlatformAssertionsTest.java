package dev.idp.tests.testing;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Replicas;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Comparison;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import dev.idp.resources.Postgres;
import dev.idp.testing.PlatformAssertions;
import dev.idp.testing.ServiceAssert;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion passes on what is so, and otherwise fails in the reader's words, with the line that made it so. */
class PlatformAssertionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Plan PLAN = shop(2).plan();
    private static final EnvironmentPlan PROD = PLAN.in("prod");
    private static final Comparison COMPARISON = Comparison.of(PLAN, shop(4).plan());
    private static final BlastRadius RADIUS = BlastRadius.of(PLAN, shop(4).plan());
    private static final BlastRadius NOTHING = BlastRadius.of(PLAN, PLAN);
    private static final Verdict VERDICT =
            Policy.standard().only("public-means-tls", "owner-set").check(PROD, TODAY);

    private static Platform shop(int replicas) {
        var prod = Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx"))
                .build();
        var db = Postgres.named("orders-db");
        var payments = Service.named("payments")
                .image("payments:1")
                .port(Port.http(8080))
                .readiness(Probe.httpGet("/").onPort("http"))
                .liveness(Probe.httpGet("/live").onPort("http"))
                .build();
        var orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .ownedBy(Team.named("sales"))
                .env("PAYMENTS_URL", payments.url())
                .env("COPIES", "" + replicas)
                .secret("TOKEN", Secret.named("bank").key("token"))
                .may(Permission.toRead("configmaps"))
                .runAsRoot("it always did")
                .label("cost-center", "4711")
                .uses(db)
                .replicas(replicas)
                .publicAt("orders")
                .build();
        var report = Job.named("report")
                .image("report:1")
                .schedule("@daily")
                .env("ORDERS_URL", orders.url())
                .startsAfter(orders)
                .build();
        return Platform.named("shop")
                .environments(prod)
                .services(orders, payments)
                .jobs(report, Job.named("cleanup").image("cleanup:1").build())
                .build();
    }

    private static final Plan APART = pair(false);
    private static final Comparison CALLS = Comparison.of(APART, pair(true));
    private static final BlastRadius CALLED = BlastRadius.of(APART, pair(true));

    private static Plan pair(boolean isCalling) {
        var called = Service.named("a").image("a:1").port(Port.http(8080)).build();
        var caller = Service.named("b").image("b:1");
        if (isCalling) {
            caller.uses(called);
        }
        return Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(called, caller.build())
                .build()
                .plan();
    }

    private static final EnvironmentPlan OUTSIDE = Platform.named("shop")
            .environments(Environment.named("prod").build())
            .services(Service.named("b")
                    .image("b:1")
                    .uses(ExternalService.named("mail").at("smtp.example", 587).build())
                    .build())
            .build()
            .plan()
            .in("prod");

    private static Platform broken() {
        return Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(Service.named("orders").build())
                .build();
    }

    @Test
    void passOnWhatIsSo() {
        assertThat(shop(1)).plans().hasEnvironments("prod").in("prod").hasNoService("mail");
        assertThat(broken()).isRefusedBecause("orders", "no image");
        assertThat(PLAN).services().each(service -> service.hasNo(Settings.SPREAD));
        assertThat(PLAN).servicesIn(Tier.PRODUCTION).areOnly("orders", "payments", "orders-db");
        assertThat(PROD).hasNoService("mail").hasResource("orders-db", "in-cluster-postgres");
        assertThat(PROD).publicServices().areOnly("orders");
        assertThat(PROD)
                .services()
                .that("are called payments", service -> service.name().equals("payments"))
                .each(ServiceAssert::runsAsNonRoot);
        assertThat(PROD)
                .service("orders")
                .calls("payments", "orders-db")
                .doesNotCall("report")
                .callsOnly("payments", "orders-db")
                .has(Settings.REPLICAS, Replicas.fixed(2))
                .has(Settings.REPLICAS, "few", replicas -> replicas.maximum() < 5)
                .hasEntry(Settings.LABEL, "cost-center", "4711")
                .hasNo(Settings.STORAGE)
                .isPublicAt("orders.shop.example/")
                .isOwnedBy("sales")
                .isReachableFrom("report")
                .isReachableOnlyFrom("report")
                .hasAtLeastReplicas(2)
                .readsOnlySecrets("bank")
                .mayOnly(Permission.toRead("configmaps"))
                .hasReadOnlyRoot();
        assertThat(PROD)
                .service("payments")
                .callsOnly()
                .isNotPublic()
                .isProbed()
                .mayOnly();
        assertThat(PROD, PROD.service("payments")).isNotPublic();
        assertThat(PROD).service("payments").startsAfter();
        assertThat(PROD)
                .job("report")
                .calls("orders")
                .callsOnly("orders")
                .startsAfter("orders")
                .runsAt("@daily")
                .has(Settings.RETRIES, 3L);
        assertThat(PROD.graph())
                .leads("report", "payments")
                .doesNotLead("payments", "orders")
                .starts("orders", "report");
        assertThat(VERDICT).finds("public-means-tls", "orders").waivesOnly();
        assertThat(VERDICT.in("dev")).isClean().hasNothingOpen(Severity.INFO);
        assertThat(Comparison.of(PLAN, PLAN)).findsNoDifference();
        assertThat(COMPARISON).changesOnlyWorkloads("orders").changesOnly(Settings.REPLICAS, Settings.ENV);
        assertThat(RADIUS)
                .inProduction()
                .restartsOnly("orders")
                .hasNoDowntime()
                .risksNoData()
                .widensNoExposure()
                .widensNoPermission();
        assertThat(NOTHING).in("prod").doesNothing().restartsNothing();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failInTheReadersWords(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(withoutLines(failure))
                        .isEqualTo(message));
    }

    private static String withoutLines(Throwable failure) {
        return failure.getMessage().replaceAll("Test\\.java:\\d+", "Test.java:LINE");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(() -> assertThat(broken()).plans(), """
                        Expected a plan, but there is something wrong:
                        1 problem in platform 'shop':
                          orders in prod: there is no image
                              declared PlatformAssertionsTest.java:LINE
                              fix      add image(...) to the service or to its golden path"""),
                failure(
                        () -> assertThat(broken()).isRefusedBecause("orders", "no port"),
                        "Expected planning to refuse orders because of 'no port', but only because of:\n"
                                + "  orders: there is no image"),
                failure(
                        () -> assertThat(shop(1)).isRefusedBecause("orders", "no port"),
                        "Expected planning to refuse orders because of 'no port', but it found nothing wrong"),
                failure(
                        () -> assertThat(PLAN).in("prdo"),
                        "Expected an environment 'prdo' in platform shop, but there is 'prod'; there are: prod"),
                failure(
                        () -> assertThat(PLAN).hasEnvironments("dev", "prod"),
                        "Expected platform shop to have the environments [dev, prod], but it has [prod]"),
                failure(
                        () -> assertThat(PLAN).servicesIn(Tier.STAGING),
                        "Expected services in tier staging, but there are none to look at"),
                failure(
                        () -> assertThat(PROD).services().that("are red", service -> false),
                        "Expected services in prod that are red, but there are none to look at"),
                failure(
                        () -> assertThat(PLAN).services().each(service -> service.isNotPublic()
                                .runsAsNonRoot()
                                .hasNo(Settings.SPREAD)),
                        "Expected the same of 3 services, but:\n"
                                + "Expected orders in prod not to be public, but it is public at:\n"
                                + "  orders.shop.example/, by service orders, PlatformAssertionsTest.java:LINE\n"
                                + "Expected orders in prod not to run as root, but it may: it always did, by service"
                                + " orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).publicServices().areOnly("payments"),
                        "Expected public services in prod to be [payments], but they are [orders]\n"
                                + "  orders in prod by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("odrers"),
                        "Expected a service 'odrers' in prod, but there is 'orders'; there are: orders, orders-db,"
                                + " payments"),
                failure(
                        () -> assertThat(PROD).hasNoService("orders"),
                        "Expected no service 'orders' in prod, but there is one, declared by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).hasResource("orders-db", "existing-postgres"),
                        "Expected resource 'orders-db' in prod to be supplied by existing-postgres, but it is supplied"
                                + " by in-cluster-postgres, by default of Postgres: no environment says what supplies it"),
                failure(
                        () -> assertThat(PROD).hasResource("sales-db", "existing-postgres"),
                        "Expected resource 'sales-db' in prod to be supplied by existing-postgres, but there are only:"
                                + " orders-db"),
                failure(
                        () -> assertThat(PROD).isPublicThroughTlsAlone(),
                        "Expected whatever is public in prod to be reached through TLS alone, but public entry"
                                + " nginx in ingress-nginx has no certificates, by environment prod,"
                                + " PlatformAssertionsTest.java:LINE; public are: orders\n"
                                + "  fix: add certificatesFrom(...), certificateIn(...) or terminatingTls() to the entry"),
                failure(
                        () -> assertThat(PROD).service("payments").calls("orders"),
                        "Expected payments in prod to call orders, but it calls only: []"),
                failure(
                        () -> assertThat(PROD).service("orders").doesNotCall("payments", "report"),
                        "Expected orders in prod not to call payments, report, but it does\n"
                                + "  payments by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").doesNotCall("paymentz"),
                        "Expected a 'paymentz' in the graph, but there is 'payments'; there are: cleanup, orders,"
                                + " orders-db, payments, report"),
                failure(
                        () -> assertThat(PROD).service("orders").hasNo(Settings.USES),
                        "uses is no setting of a planned workload, so that none ever has it: assert on calls or on"
                                + " startsAfter(...)"),
                failure(
                        () -> assertThat(PROD).service("orders").hasNo(EnvironmentSettings.DOMAIN_NAME),
                        "domain is no setting of a planned workload, so that none ever has it"),
                failure(
                        () -> assertThat(CALLS).findsNoDifference(),
                        "Expected the same decisions, but there is 1 change:\n"
                                + "  prod b -> a:http is new, by service b, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(CALLS).changesOnlyWorkloads("a"),
                        "Expected no other workloads than [a] to change, but there is 1 change:\n"
                                + "  prod b -> a:http is new, by service b, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(CALLS).changesOnly(Settings.IMAGE),
                        "Expected only [image] to change, but there is 1 change:\n"
                                + "  prod b -> a:http is new, by service b, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(CALLED).inProduction(),
                        "Expected the change in production, but there is no environment of tier production in either plan,"
                                + " only prod"),
                failure(
                        () -> assertThat(RADIUS).in("prdo").restartsNothing(),
                        "Expected the change in prdo, but there is no environment 'prdo' in either plan, only prod"),
                failure(
                        () -> assertThat(PROD).job("report").callsOnly(),
                        "Expected report in prod to call exactly [], but it calls [orders]\n"
                                + "  orders by job report, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").has(Settings.REPLICAS, Replicas.fixed(3)),
                        "Expected replicas of orders in prod to be 3, but it is 2, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD)
                                .service("orders")
                                .has(Settings.MEMORY, "small", memory -> memory.equals(Memory.mebibytes(1))),
                        "Expected memory of orders in prod to be small, but it is not set"),
                failure(
                        () -> assertThat(PROD).service("orders").hasEntry(Settings.LABEL, "cost-center", "0815"),
                        "Expected label cost-center of orders in prod to be 0815, but it is 4711, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").hasEntry(Settings.REPLICAS, "x", Replicas.fixed(1)),
                        "replicas has one value: assert on it with has(...)"),
                failure(
                        () -> assertThat(PROD).service("orders").has(Settings.LABEL, "x"),
                        "label has entries: assert on one with hasEntry(...)"),
                failure(
                        () -> assertThat(PROD).service("orders").hasNo(Settings.LABEL),
                        "Expected orders in prod to have no label, but it has:\n"
                                + "  4711, by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").has(Settings.USER_ID, 1000L),
                        "Expected user-id of orders in prod to be 1000, but it is not set"),
                failure(
                        () -> assertThat(PROD).service("payments").isPublicAt("pay.shop.example/"),
                        "Expected payments in prod to be public at pay.shop.example/, but it is not public"),
                failure(
                        () -> assertThat(PROD).service("orders").isPublicAt("pay.shop.example/"),
                        "Expected orders in prod to be public at pay.shop.example/, but it is public at:\n"
                                + "  orders.shop.example/, by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").isNotPublic(),
                        "Expected orders in prod not to be public, but it is public at:\n"
                                + "  orders.shop.example/, by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("payments").isReachableFrom("orders", "report"),
                        "Expected payments in prod to be reachable from report, but only these call it: [orders]"),
                failure(
                        () -> assertThat(PROD).service("payments").isReachableOnlyFrom("report"),
                        "Expected payments in prod to be reachable from exactly [report], but from [orders]\n"
                                + "  orders by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").hasAtLeastReplicas(3),
                        "Expected orders in prod to have at least 3 replicas, but it has 2, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").isProbed(),
                        "Expected orders in prod to be probed, but it has no readiness and no liveness"),
                failure(
                        () -> assertThat(PROD).service("orders").isOwnedBy("ops"),
                        "Expected orders in prod to be owned by ops, but it is owned by sales, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").readsOnlySecrets(),
                        "Expected orders in prod to read exactly the secrets [], but it reads [bank]\n"
                                + "  bank/token by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").mayOnly(),
                        "Expected orders in prod to have exactly the permissions [], but it may:\n"
                                + "  get, list, watch on configmaps, by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("payments").mayOnly(Permission.on("pods", "get")),
                        "Expected payments in prod to have exactly the permissions [get on pods], but it may do nothing"),
                failure(
                        () -> assertThat(PROD).job("reprot"),
                        "Expected a job 'reprot' in prod, but there is 'report'; there are: cleanup, report"),
                failure(
                        () -> assertThat(PROD).job("report").startsAfter(),
                        "Expected report in prod to start after exactly [], but it starts after [orders]\n"
                                + "  orders by job report, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).job("report").runsAt("@hourly"),
                        "Expected report in prod to run at @hourly, but it runs at @daily Etc/UTC, by job report,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).job("cleanup").runsAt("@hourly"),
                        "Expected cleanup in prod to run at @hourly, but it runs once"),
                failure(
                        () -> assertThat(PROD.graph()).leads("payments", "orders"),
                        "Expected calls to lead from payments to orders, but they lead nowhere"),
                failure(() -> assertThat(PROD.graph()).doesNotLead("report", "payments"), """
                        Expected no calls to lead from report to payments, but these do:
                          report -> orders:http by job report, PlatformAssertionsTest.java:LINE
                          orders -> payments:http by service orders, PlatformAssertionsTest.java:LINE"""),
                failure(
                        () -> assertThat(PROD.graph()).doesNotLead("report", "paymets"),
                        "Expected a 'paymets' in the graph, but there is 'payments'; there are: cleanup, orders,"
                                + " orders-db, payments, report"),
                failure(
                        () -> assertThat(PROD.graph()).starts("report", "orders"),
                        "Expected report to start before orders, but the order is: cleanup, orders, orders-db, payments;"
                                + " then report"),
                failure(
                        () -> assertThat(OUTSIDE.graph()).starts("mail", "b"),
                        "Expected 'mail' to start, but it is external: others start it"),
                failure(
                        () -> assertThat(OUTSIDE)
                                .services()
                                .each(service -> org.assertj.core.api.Assertions.fail("not ours")),
                        "Expected the same of 1 services in prod, but:\nb in prod: not ours"),
                failure(
                        () -> assertThat(VERDICT).finds("public-means-tls", "payments"),
                        "Expected rule public-means-tls to find something at payments, but it finds only:\n"
                                + "  ERROR public-means-tls: orders in prod: it is public at orders.shop.example/ without"
                                + " TLS (service orders, PlatformAssertionsTest.java:LINE); fix: add certificatesFrom(...)"
                                + " to the public entry of prod"),
                failure(
                        () -> assertThat(VERDICT).finds("probes-distinct", "payments"),
                        "Expected rule probes-distinct to find something at payments, but it finds nothing"),
                failure(
                        () -> assertThat(VERDICT).waivesOnly("owner"),
                        "Expected findings of exactly [owner] to be waived, but waived are those of []"),
                failure(
                        () -> assertThat(VERDICT).hasNothingOpen(Severity.ERROR),
                        "Expected nothing open of ERROR or more, but there is 1 finding:\n"
                                + "  ERROR public-means-tls: orders in prod: it is public at orders.shop.example/ without"
                                + " TLS (service orders, PlatformAssertionsTest.java:LINE); fix: add certificatesFrom(...)"
                                + " to the public entry of prod"),
                failure(
                        () -> assertThat(COMPARISON).findsNoDifference(),
                        "Expected the same decisions, but there are 2 changes:\n"
                                + "  prod services/orders/env/COPIES: 2 -> 4 by service orders,"
                                + " PlatformAssertionsTest.java:LINE\n"
                                + "  prod services/orders/replicas: 2 -> 4 by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(COMPARISON).changesOnly(Settings.ENV),
                        "Expected only [env] to change, but there is 1 change:\n"
                                + "  prod services/orders/replicas: 2 -> 4 by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(COMPARISON).changesOnlyWorkloads("payments"),
                        "Expected no other workloads than [payments] to change, but there are 2 changes:\n"
                                + "  prod services/orders/env/COPIES: 2 -> 4 by service orders,"
                                + " PlatformAssertionsTest.java:LINE\n"
                                + "  prod services/orders/replicas: 2 -> 4 by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(RADIUS).inProduction().restartsNothing(),
                        "Expected the change to restart nothing in production, but:\n"
                                + "  orders in prod: env/COPIES: 2 -> 4: rolling restart, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(RADIUS).in("prod").restartsOnly("payments"),
                        "Expected the change to restart exactly [payments] in prod, but it restarts [orders]\n"
                                + "  orders in prod: env/COPIES: 2 -> 4: rolling restart, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void namesWhatBecomesOfAWholeShop(ThrowingCallable assertion, String start) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(start);
    }

    static Stream<Arguments> gone() {
        BlastRadius opened = BlastRadius.of(
                Platform.named("shop")
                        .environments(Environment.named("prod").build())
                        .services(Service.named("payments")
                                .image("payments:1")
                                .stateful()
                                .storage("/data", Memory.gibibytes(1))
                                .build())
                        .build()
                        .plan(),
                PLAN);
        return Stream.of(
                failure(() -> assertThat(opened).hasNoDowntime(), "Expected the change to have no downtime, but:\n"),
                failure(() -> assertThat(opened).risksNoData(), "Expected the change to put no data at risk, but:\n"),
                failure(
                        () -> assertThat(opened).widensNoExposure(),
                        "Expected the change to widen no exposure, but:\n"),
                failure(
                        () -> assertThat(opened).widensNoPermission(),
                        "Expected the change to widen no permission, but:\n"),
                failure(() -> assertThat(opened).doesNothing(), "Expected the change to do nothing, but:\n"));
    }

    @Test
    void softModeShowsAllThatDoesNotHoldAndPassesOverWhatFollowsANounThatThereIsNot() {
        assertThatThrownBy(() -> PlatformAssertions.softly(soft -> {
                    soft.assertThat(PROD).service("orders").isNotPublic().isOwnedBy("ops");
                    soft.assertThat(PLAN)
                            .in("prdo")
                            .service("cart")
                            .calls("orders")
                            .isNotPublic();
                    soft.assertThat(PROD).service("payments").isNotPublic();
                }))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(withoutLines(failure))
                        .isEqualTo("""
                                3 facts do not hold:
                                1) Expected orders in prod not to be public, but it is public at:
                                  orders.shop.example/, by service orders, PlatformAssertionsTest.java:LINE
                                2) Expected orders in prod to be owned by ops, but it is owned by sales, by service orders, PlatformAssertionsTest.java:LINE
                                3) Expected an environment 'prdo' in platform shop, but there is 'prod'; there are: prod"""));
    }

    @Test
    void whatEndsSoftAssertionsTakesNothingAway() {
        assertThatThrownBy(() -> PlatformAssertions.softly(soft -> {
                    soft.assertThat(PROD).service("orders").isOwnedBy("ops");
                    throw new IllegalStateException("the end");
                }))
                .hasMessageStartingWith("2 facts do not hold:\n1) Expected orders in prod to be owned by ops")
                .hasMessageEndingWith("2) java.lang.IllegalStateException: the end");
    }

    @Test
    void aDescriptionComesFirst() {
        assertThatThrownBy(() -> assertThat(PROD)
                        .service("payments")
                        .as("money comes from sales alone")
                        .calls("orders"))
                .hasMessageStartingWith("[money comes from sales alone] Expected payments in prod");
    }

    private static Arguments failure(ThrowingCallable assertion, String message) {
        return Arguments.of(assertion, message);
    }
}
