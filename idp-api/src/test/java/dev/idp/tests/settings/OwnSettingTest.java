package dev.idp.tests.settings;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Job;
import dev.idp.JsonForm;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.WorkloadKind;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The worked example of a setting: one key, and everything else works on it. These are a company's own keys, made of
 * nothing but the public API; a setting of the library is the same and stands in {@link Settings}.
 */
class OwnSettingTest {

    private static final Lines LINES = Lines.of(OwnSettingTest.class);

    /** One value: a stronger layer replaces a weaker one. */
    private static final Setting<Long> PAGER_LEVEL = Setting.of("pager-level", JsonForm.NUMBER)
            .checkedBy(level -> level >= 1 && level <= 5
                    ? Optional.empty()
                    : Optional.of(new Flaw(level + " is no level of a pager", "say 1 to 5")));

    /** Entries whose values hold a text: references in it are resolved, and make edges. */
    private static final Setting<Dashboard> DASHBOARD = Setting.byKey(
                    "dashboard",
                    new JsonForm<Dashboard>(
                            dashboard -> new TreeMap<>(Map.of(
                                    "title",
                                    dashboard.title(),
                                    "link",
                                    Settings.ENV.json().write().apply(dashboard.link()))),
                            json -> new Dashboard(
                                    (String) ((Map<?, ?>) json).get("title"),
                                    Settings.ENV.json().read().apply(((Map<?, ?>) json).get("link")))))
            .withTexts((dashboard, resolver) -> new Dashboard(dashboard.title(), resolver.resolve(dashboard.link())));

    /** A list to which every layer adds. */
    private static final Setting<String> REVIEWER = Setting.append("reviewer", JsonForm.TEXT);

    /** Something that only jobs have. */
    private static final Setting<String> QUEUE =
            Setting.of("queue", JsonForm.TEXT).onlyFor(WorkloadKind.JOB);

    private record Dashboard(String title, Text link) {}

    private static final Service GRAFANA =
            Shop.service("grafana", it -> it.port(Port.http(3000).servedOn(80)));

    private static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .defaults("customers notice", all -> all.set(PAGER_LEVEL, 3L).set(REVIEWER, "ops")) // (environment)
            .build();

    private static final ServicePath WEB = Paths.path("web", (service, where) -> service.defaults()
            .set(PAGER_LEVEL, 4L)
            .set(REVIEWER, "architects")
            .set(DASHBOARD, "traffic", new Dashboard("Traffic", Text.text("{}/traffic", GRAFANA.url()))));

    private static Service.Builder orders() {
        return Service.named("orders").image("orders:1").on(WEB);
    }

    private static Plan plan(Service.Builder orders) {
        return platform(PROD, orders).plan();
    }

    private static Platform platform(Environment prod, Service.Builder orders) {
        return Platform.named("shop")
                .environments(prod)
                .services(GRAFANA, orders.build())
                .build();
    }

    private static ServicePlan planned(Service.Builder orders) {
        return plan(orders).in(PROD).service("orders");
    }

    @Test
    void itIsDecidedLayerByLayerAndExplained() {
        ServicePlan orders = planned(orders().in(PRODUCTION, it -> it.set(PAGER_LEVEL, 1L))); // (tier)

        assertThat(orders.get(PAGER_LEVEL)).contains(1L);
        assertThat(orders.explain(PAGER_LEVEL).toText().replaceAll("golden path web 1.0, .*", "golden path web 1.0"))
                .isEqualTo(LINES.cite("""
                        service orders
                          /pager-level = 1
                            from   services/orders/pager-level
                              set    1 by service orders in production, {tier}
                              lost   4 by golden path web 1.0
                              lost   3 by environment prod: customers notice, {environment}"""));
    }

    @Test
    void itCanBeTakenAway() {
        ServicePlan orders = planned(orders().unset(PAGER_LEVEL)); // (unset)

        assertThat(orders.get(PAGER_LEVEL)).isEmpty();
        assertThat(orders.decision(PAGER_LEVEL).winner())
                .map(Claim::toString)
                .contains("unset by service orders, " + LINES.at("unset"));
    }

    @Test
    void aListIsAddedToTheWeakestFirst() {
        ServicePlan orders = planned(orders().set(REVIEWER, "ada").set(REVIEWER, "bob"));

        assertThat(reviewers(orders)).containsExactly("ops", "architects", "ada", "bob");
        assertThat(reviewers(planned(orders().unset(REVIEWER)))).isEmpty();
    }

    private static List<String> reviewers(ServicePlan orders) {
        return orders.entries(REVIEWER).values().stream().map(Decision::get).toList();
    }

    @Test
    void itCanBeMandatedAndWaived() {
        Environment strict = Environment.named("prod")
                .mandates("pager", "somebody must wake up", all -> all.set(PAGER_LEVEL, 1L)) // (mandate)
                .build();
        Service.Builder asleep = orders().set(PAGER_LEVEL, 5L); // (asleep)

        assertThat(report(platform(strict, asleep))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: pager-level is mandated to be 1 and cannot be 5
                      mandate environment prod: somebody must wake up, {mandate}
                      against {asleep}
                      fix     remove the line of the service"""));

        asleep.waives("pager", "nobody buys at night", "sales", LocalDate.of(2027, 1, 31));
        ServicePlan orders = platform(strict, asleep).plan().in(strict).service("orders");
        assertThat(orders.get(PAGER_LEVEL)).contains(5L);
        assertThat(orders.decisions().decision(Settings.WAIVED, "pager").value())
                .contains("pager-level");
    }

    @Test
    void itIsChecked() {
        Service.Builder loud = orders().set(PAGER_LEVEL, 9L); // (checked)

        assertThat(report(platform(PROD, loud))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: 9 is no level of a pager
                      pager-level {checked}
                      fix         say 1 to 5"""));
    }

    @Test
    void itsTextsAreResolvedAndMakeEdges() {
        Plan plan = plan(orders());

        Decision<Dashboard> traffic =
                plan.in(PROD).service("orders").decisions().decision(DASHBOARD, "traffic");
        assertThat(traffic.get().link()).hasToString("http://grafana:80/traffic");
        assertThat(traffic.parts()).extracting(Decision::subject).containsExactly("services/grafana/port/http");
        assertThat(plan.in(PROD).graph().edges()).hasToString("[orders -> grafana:http]");
    }

    @Test
    void itIsInTheJsonAndReadsBackEqual() {
        Plan plan = plan(orders().set(REVIEWER, "ada"));

        Plan read = Plan.fromJson(plan.toJson(), PAGER_LEVEL, DASHBOARD, REVIEWER);

        assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(read.toJson()).isEqualTo(plan.toJson());
        assertThat(plan.toJson()).contains("\"pager-level\": 4").contains("\"reviewer\": [");
        assertThat(read.in("prod").service("orders").get(PAGER_LEVEL)).contains(4L);
    }

    @Test
    void whoReadsThePlanMustKnowIt() {
        String json = plan(orders()).toJson();

        assertThatThrownBy(() -> Plan.fromJson(json, PAGER_LEVEL, DASHBOARD))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no setting 'reviewer' is known");
    }

    @Test
    void itIsCompared() {
        Comparison comparison =
                Comparison.of(plan(orders()), plan(orders().set(PAGER_LEVEL, 2L).set(REVIEWER, "ada"))); // (changed)

        assertThat(comparison).hasToString(LINES.cite("""
                prod services/orders/pager-level: 4 -> 2 by service orders, {changed}
                prod services/orders/reviewer/003: nothing -> ada by service orders, {changed}
                """));
    }

    @Test
    void whatIsForJobsAloneIsNotForServices() {
        Environment batch = Environment.named("batch")
                .defaults(all -> all.set(QUEUE, "slow"))
                .build();
        Platform platform = Platform.named("shop")
                .environments(batch)
                .jobs(Job.named("report").image("report:1").build())
                .services(GRAFANA)
                .build();

        assertThat(platform.plan().in(batch).job("report").get(QUEUE)).contains("slow");
        assertThat(platform.plan().in(batch).service("grafana").get(QUEUE)).isEmpty();
        Service.Builder queued = orders().set(QUEUE, "fast"); // (foreign)
        assertThat(report(platform(PROD, queued))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: queue cannot be said of services
                              queue {foreign}
                              fix   remove the line"""));
    }
}
