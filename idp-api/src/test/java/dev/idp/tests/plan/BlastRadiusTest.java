package dev.idp.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Access;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Effect;
import dev.idp.plan.Impact;
import dev.idp.plan.Plan;
import dev.idp.resources.PersistentVolume;
import dev.idp.resources.Postgres;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change does to what runs is known before anything is rendered. */
class BlastRadiusTest {

    private static final Team SALES = Team.named("sales").reachedAt("#sales");

    /** What is said of one shop, on top of what every shop here has. */
    private static Plan plan(Said said) {
        Environment.Builder prod = Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress").certificatesFrom("letsencrypt"));
        said.prod().accept(prod);
        Service.Builder orders =
                Service.named("orders").image("orders:1").port(Port.http(8080)).env("LEVEL", "info");
        said.orders().accept(orders);
        Service.Builder store = Service.named("store")
                .image("store:1")
                .stateful()
                .storage("/data", Memory.gibibytes(1))
                .port(Port.tcp(7000));
        said.store().accept(store);
        Job.Builder job = Job.named("report").image("report:1");
        said.report().accept(job);
        Platform.Builder shop = Platform.named("shop")
                .environments(Environment.named("dev").build(), prod.build())
                .services(orders.build(), store.build())
                .jobs(job.build());
        said.shop().accept(shop);
        return shop.build().plan();
    }

    private record Said(
            Consumer<Service.Builder> orders,
            Consumer<Service.Builder> store,
            Consumer<Job.Builder> report,
            Consumer<Environment.Builder> prod,
            Consumer<Platform.Builder> shop) {

        static final Said NOTHING = new Said(it -> {}, it -> {}, it -> {}, it -> {}, it -> {});

        static Said ofOrders(Consumer<Service.Builder> said) {
            return new Said(said, it -> {}, it -> {}, it -> {}, it -> {});
        }

        static Said ofStore(Consumer<Service.Builder> said) {
            return new Said(it -> {}, said, it -> {}, it -> {}, it -> {});
        }

        static Said ofReport(Consumer<Job.Builder> said) {
            return new Said(it -> {}, it -> {}, said, it -> {}, it -> {});
        }

        static Said ofProd(Consumer<Environment.Builder> said) {
            return new Said(it -> {}, it -> {}, it -> {}, said, it -> {});
        }

        static Said ofShop(Consumer<Platform.Builder> said) {
            return new Said(it -> {}, it -> {}, it -> {}, it -> {}, said);
        }
    }

    private static BlastRadius prod(Said before, Said after) {
        return BlastRadius.of(plan(before), plan(after)).in("prod");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatComesOfAChange(String what, Said before, Said after, List<String> expected) {
        assertThat(prod(before, after).impacts())
                .map(impact -> impact.toString().replaceAll(", by .*", ""))
                .containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> cases() {
        Service cart =
                Service.named("cart").image("cart:1").port(Port.http(8080)).build();
        return Stream.of(
                of("nothing", Said.NOTHING, Said.NOTHING),
                of(
                        "a variable",
                        Said.NOTHING,
                        Said.ofOrders(orders -> orders.env("MODE", "fast")),
                        "orders in prod: env/MODE: nothing -> fast: rolling restart"),
                of(
                        "the only copy of what has a state",
                        Said.NOTHING,
                        Said.ofStore(store -> store.env("MODE", "fast")),
                        "store in prod: env/MODE: nothing -> fast: rolling restart, downtime"),
                of(
                        "one of several copies of what has a state",
                        Said.ofStore(store -> store.replicas(3)),
                        Said.ofStore(store -> store.replicas(3).env("MODE", "fast")),
                        "store in prod: env/MODE: nothing -> fast: rolling restart"),
                of(
                        "more copies",
                        Said.NOTHING,
                        Said.ofOrders(orders -> orders.replicas(4)),
                        "orders in prod: replicas: 1 -> 4: nothing"),
                of(
                        "fewer copies",
                        Said.ofOrders(orders -> orders.cpu(Cpu.millis(10)).replicas(4, 9)),
                        Said.ofOrders(orders -> orders.cpu(Cpu.millis(10)).replicas(4, 8)),
                        "orders in prod: replicas: 4..9 -> 4..8: scale down"),
                of(
                        "a group more in a team",
                        Said.ofOrders(orders -> orders.ownedBy(SALES.groups("a"))),
                        Said.ofOrders(orders -> orders.ownedBy(SALES.groups("a", "b"))),
                        "orders in prod: owner: {contact=#sales, groups=[a], name=sales} ->"
                                + " {contact=#sales, groups=[a, b], name=sales}: permissions widened"),
                of(
                        "another team of the same name",
                        Said.ofOrders(orders -> orders.ownedBy(SALES)),
                        Said.ofOrders(orders -> orders.ownedBy(SALES.reachedAt("#elsewhere"))),
                        "orders in prod: owner: {contact=#sales, name=sales} -> {contact=#elsewhere, name=sales}:"
                                + " nothing"),
                of(
                        "a port under another number",
                        Said.ofOrders(orders -> orders.port(Port.http(8081).named("admin"))),
                        Said.ofOrders(orders ->
                                orders.port(Port.http(8081).named("admin").servedOn(81))),
                        "orders in prod: port/admin: admin 8081 -> admin 81→8081: nothing"),
                of(
                        "a job that runs once",
                        Said.NOTHING,
                        Said.ofReport(report -> report.env("MODE", "fast")),
                        "report in prod: env/MODE: nothing -> fast: rerun"),
                of(
                        "a scheduled job",
                        Said.ofReport(report -> report.schedule("@daily")),
                        Said.ofReport(report -> report.schedule("@daily").env("MODE", "fast")),
                        "report in prod: env/MODE: nothing -> fast: nothing"),
                of(
                        "a job that no longer has a schedule",
                        Said.ofReport(report -> report.schedule("@daily")),
                        Said.NOTHING,
                        "report in prod: schedule: @daily Etc/UTC -> nothing: rerun"),
                of(
                        "a service that is new",
                        Said.NOTHING,
                        Said.ofShop(shop -> shop.services(cart)),
                        "cart in prod: name: nothing -> cart: start"),
                of(
                        "larger volumes of each copy",
                        Said.NOTHING,
                        Said.ofStore(store -> store.storage("/logs", Memory.gibibytes(1))),
                        "store in prod: storage//logs: nothing -> 1Gi: replacement, downtime"),
                of(
                        "an address",
                        Said.NOTHING,
                        Said.ofOrders(orders -> orders.in(Tier.PRODUCTION, prod -> prod.publicAt("orders"))),
                        "orders in prod: route/orders/: nothing -> orders.shop.example/: exposure widened"),
                of(
                        "an address that is gone",
                        Said.ofOrders(orders -> orders.in(Tier.PRODUCTION, prod -> prod.publicAt("orders"))),
                        Said.NOTHING,
                        "orders in prod: route/orders/: orders.shop.example/ -> nothing: downtime"),
                of(
                        "another port behind an address",
                        Said.ofOrders(orders -> orders.port(Port.http(9000).named("admin"))
                                .in(
                                        Tier.PRODUCTION,
                                        prod -> prod.publicAt(Route.at("orders").toPort("http")))),
                        Said.ofOrders(orders -> orders.port(Port.http(9000).named("admin"))
                                .in(
                                        Tier.PRODUCTION,
                                        prod -> prod.publicAt(Route.at("orders").toPort("admin")))),
                        "orders in prod: route/orders/: {host=orders.shop.example, path=/, port=http} ->"
                                + " {host=orders.shop.example, path=/, port=admin}: exposure widened"),
                of(
                        "an external service within more networks",
                        Said.ofOrders(orders -> orders.uses(mail("10.0.0.1/32"))),
                        Said.ofOrders(orders -> orders.uses(mail("0.0.0.0/0"))),
                        "prod: externals/mail: mail at smtp.example:587 within 10.0.0.1/32 ->"
                                + " mail at smtp.example:587 within 0.0.0.0/0: exposure widened"),
                of(
                        "an external service within fewer networks",
                        Said.ofOrders(orders -> orders.uses(mail("10.0.0.1/32", "10.0.0.2/32"))),
                        Said.ofOrders(orders -> orders.uses(mail("10.0.0.2/32"))),
                        "prod: externals/mail: mail at smtp.example:587 within 10.0.0.1/32, 10.0.0.2/32 ->"
                                + " mail at smtp.example:587 within 10.0.0.2/32: nothing"),
                of(
                        "a call",
                        Said.ofShop(shop -> shop.services(cart)),
                        new Said(
                                orders -> orders.uses(Service.ref("cart")),
                                it -> {},
                                it -> {},
                                it -> {},
                                shop -> shop.services(cart)),
                        "orders in prod: calls/cart:http: nothing -> called: exposure widened"),
                of(
                        "a right more, with the first of which a token comes",
                        Said.NOTHING,
                        Said.ofOrders(orders -> orders.may(Permission.toRead("configmaps"))),
                        "orders in prod: permission/configmaps: nothing -> get, list, watch on configmaps:"
                                + " rolling restart, permissions widened"),
                of(
                        "a right less",
                        Said.ofOrders(orders -> orders.may(Permission.toRead("configmaps"))),
                        Said.ofOrders(orders -> orders.may(Permission.on("configmaps", "get"))),
                        "orders in prod: permission/configmaps: get, list, watch on configmaps -> get on configmaps:"
                                + " nothing"),
                of(
                        "a process that may be root",
                        Said.NOTHING,
                        Said.ofOrders(orders -> orders.runAsRoot("it always did")),
                        "orders in prod: non-root: holds -> lifted: it always did: rolling restart, permissions widened"),
                of(
                        "fewer actions than all",
                        Said.ofOrders(orders -> orders.may(Permission.on("pods", "*"))),
                        Said.ofOrders(orders -> orders.may(Permission.on("pods", "get"))),
                        "orders in prod: permission/pods: * on pods -> get on pods: nothing"),
                of(
                        "people who may do more",
                        Said.NOTHING,
                        Said.ofProd(prod -> prod.teamsMay(Access.EDIT)),
                        "prod: team-access: VIEW -> EDIT: permissions widened"),
                of(
                        "another namespace",
                        Said.NOTHING,
                        Said.ofProd(prod -> prod.namespace("elsewhere")),
                        "prod: namespace: shop-prod -> elsewhere: nothing",
                        "orders in prod: namespace: shop-prod -> elsewhere: replacement, downtime",
                        "store in prod: namespace: shop-prod -> elsewhere: replacement, downtime, data at risk",
                        "report in prod: namespace: shop-prod -> elsewhere: replacement, downtime"));
    }

    private static Arguments of(String what, Said before, Said after, String... expected) {
        return Arguments.of(what, before, after, List.of(expected));
    }

    @Test
    void dataIsAtRiskWhereSomethingElseSuppliesIt() {
        var db = Postgres.named("db");
        Said inside = Said.ofOrders(orders -> orders.env("DB", db.jdbcUrl()));
        Said outside = new Said(
                orders -> orders.env("DB", db.jdbcUrl()),
                it -> {},
                it -> {},
                prod -> prod.provides(Postgres.class, Postgres.existingAt("db.shop.example", 5432)),
                it -> {});

        BlastRadius radius = prod(inside, outside);

        assertThat(radius.impacts(Effect.DATA_AT_RISK)).map(Impact::field).contains("resources/db/provisioner");
        assertThat(radius.workloads(Effect.STOP)).containsExactly("db");
        assertThat(radius.workloads(Effect.ROLLING_RESTART)).containsExactly("orders");
    }

    @Test
    void aVolumeStaysBehindWhereItsUserMoves() {
        Consumer<Service.Builder> mounting = orders -> orders.mount(
                "/data", PersistentVolume.named("files", Memory.gibibytes(1)).volume());
        Said here = Said.ofOrders(mounting);
        Said elsewhere = new Said(mounting, it -> {}, it -> {}, prod -> prod.namespace("elsewhere"), it -> {});

        assertThat(prod(here, elsewhere).of("orders").impacts(Effect.DATA_AT_RISK))
                .map(Impact::field)
                .containsExactly("namespace");
    }

    @Test
    void aServiceThatIsGoneWithWhatItKept() {
        Said withoutStorage = Said.ofShop(shop -> shop.services(Service.named("old")
                .image("old:1")
                .stateful()
                .storage("/data", Memory.gibibytes(1))
                .build()));

        BlastRadius radius = prod(withoutStorage, Said.NOTHING);

        assertThat(radius.effects()).containsExactly(Effect.STOP, Effect.DATA_AT_RISK);
        assertThat(radius.of("old").isEmpty()).isFalse();
        assertThat(radius.of("orders").isEmpty()).isTrue();
    }

    @Test
    void anotherEntryMayBeForOthers() {
        BlastRadius radius = BlastRadius.of(entered("internal"), entered("public"));

        assertThat(radius.effects()).containsExactly(Effect.DOWNTIME, Effect.EXPOSURE_WIDENED);
    }

    private static Plan entered(String entry) {
        return Platform.named("shop")
                .environments(Environment.named("prod")
                        .domain("shop.example")
                        .publicThrough(PublicEntry.named(entry, "ingress"))
                        .build())
                .services(Service.named("orders")
                        .image("orders:1")
                        .port(Port.http(8080))
                        .publicAt("orders")
                        .build())
                .build()
                .plan();
    }

    @Test
    void aJobThatBecomesAServiceIsGoneAndTheServiceIsNew() {
        Plan before = Platform.named("shop")
                .environments(Environment.named("prod").build())
                .jobs(Job.named("sync")
                        .image("sync:1")
                        .may(Permission.toRead("pods"))
                        .build())
                .build()
                .plan();
        Plan after = Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(Service.named("sync").image("sync:1").build())
                .build()
                .plan();

        assertThat(BlastRadius.of(before, after).effects()).containsExactly(Effect.START, Effect.STOP);
    }

    @Test
    void aTierIsThatOfBeforeOrOfNow() {
        Plan production = plan(Said.NOTHING);
        Plan demoted = Plan.fromJson(
                production.toJson().replace("PRODUCTION", "STAGING").replace("orders:1", "orders:2"));

        assertThat(BlastRadius.of(production, demoted).in(Tier.PRODUCTION).workloads(Effect.ROLLING_RESTART))
                .containsExactly("orders");
        assertThatThrownBy(() -> BlastRadius.of(demoted, demoted).in(Tier.PRODUCTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no environment of tier production in either plan, only dev, prod");
    }

    private static ExternalService mail(String... networks) {
        return ExternalService.named("mail")
                .at("smtp.example", 587)
                .within(networks)
                .build();
    }

    @Test
    void itCitesWhoSaidSo() {
        BlastRadius radius = prod(Said.NOTHING, Said.ofOrders(orders -> orders.env("MODE", "fast")));

        assertThat(radius.toString().replaceAll("java:\\d+", "java:LINE"))
                .isEqualTo("orders in prod: env/MODE: nothing -> fast: rolling restart,"
                        + " by service orders, BlastRadiusTest.java:LINE");
    }

    @Test
    void aSavedPlanIsAsGoodABaseline() {
        Plan before = plan(Said.NOTHING);
        Plan after = plan(Said.ofOrders(orders ->
                orders.in(Tier.PRODUCTION, prod -> prod.image("orders:2").publicAt("orders"))));

        BlastRadius fromSaved = BlastRadius.of(Plan.fromJson(before.toJson()), after);

        assertThat(fromSaved.impacts()).isEqualTo(BlastRadius.of(before, after).impacts());
        assertThat(fromSaved.in(Tier.PRODUCTION).effects())
                .containsExactly(Effect.ROLLING_RESTART, Effect.EXPOSURE_WIDENED);
    }

    @Test
    void anEnvironmentThatIsInNeitherPlanIsAnError() {
        BlastRadius radius = BlastRadius.of(plan(Said.NOTHING), plan(Said.NOTHING));

        assertThatThrownBy(() -> radius.in("prdo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no environment 'prdo' in either plan, only dev, prod");
        assertThat(radius).hasToString("nothing is another");
        assertThat(radius.toMarkdown()).isEqualTo("**Nothing is another.**\n");
    }

    @Test
    void aReviewerReadsItInAPullRequest() {
        Said after = Said.ofShop(shop -> shop.defaults(all -> all.env("REGION", "eu")));

        String markdown = BlastRadius.of(plan(Said.NOTHING), plan(after)).toMarkdown();

        assertThat(markdown.replaceAll("java:\\d+", "java:LINE")).isEqualTo("""
                        | Environment | Effect | What |
                        | --- | --- | --- |
                        | dev | downtime | store |
                        | dev | rolling restart | orders, store |
                        | dev | rerun | report |
                        | prod | downtime | store |
                        | prod | rolling restart | orders, store |
                        | prod | rerun | report |

                        <details><summary>dev: 3 changes</summary>

                        | What | Change | Effect | By |
                        | --- | --- | --- | --- |
                        | report | env/REGION: nothing -&gt; eu | rerun | platform shop, BlastRadiusTest.java:LINE |
                        | orders | env/REGION: nothing -&gt; eu | rolling restart | platform shop, BlastRadiusTest.java:LINE |
                        | store | env/REGION: nothing -&gt; eu | rolling restart, downtime | platform shop, BlastRadiusTest.java:LINE |

                        </details>

                        <details><summary>prod: 3 changes</summary>

                        | What | Change | Effect | By |
                        | --- | --- | --- | --- |
                        | report | env/REGION: nothing -&gt; eu | rerun | platform shop, BlastRadiusTest.java:LINE |
                        | orders | env/REGION: nothing -&gt; eu | rolling restart | platform shop, BlastRadiusTest.java:LINE |
                        | store | env/REGION: nothing -&gt; eu | rolling restart, downtime | platform shop, BlastRadiusTest.java:LINE |

                        </details>
                        """);
    }
}
