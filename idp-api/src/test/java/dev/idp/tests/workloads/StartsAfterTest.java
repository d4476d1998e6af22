package dev.idp.tests.workloads;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Startable;
import dev.idp.plan.Comparison;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** Who starts after whom: services, jobs and resources, by object or by name. */
class StartsAfterTest {

    private static final Lines LINES = Lines.of(StartsAfterTest.class);

    private static final Job SEED = Job.named("seed").image("seed:1").build();

    private static Platform.Builder shop(Service... services) {
        return Platform.named("shop")
                .environments(DEV)
                .provides(Bucket.class, new Bucket.InCluster())
                .services(services);
    }

    private static Service service(String name, Startable... first) {
        return Shop.service(name, it -> {
            for (Startable other : first) {
                it.startsAfter(other);
            }
        });
    }

    @Test
    void aServiceStartsAfterServicesJobsAndResources() {
        Service base = service("base");
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(base, SEED, new Bucket("files")) // (several)
                .build();

        EnvironmentPlan dev = shop(base, orders).jobs(SEED).build().plan().in(DEV);

        assertThat(dev.graph().starts())
                .hasToString("[orders starts after base, orders starts after files-store, orders starts after seed]");
        assertThat(dev.graph().startOrder()).hasToString("[[base, files-store, seed], [orders]]");
        assertThat(dev.graph().edges())
                .as("to start after something is not to call it")
                .isEmpty();
        assertThat(dev.graph()
                        .waitsFor("orders")
                        .get(0)
                        .because()
                        .get(0)
                        .winner()
                        .orElseThrow()
                        .source())
                .hasToString("service orders, " + LINES.at("several"));
        assertThat(dev.resource("files").users()).containsExactly("orders");
    }

    @Test
    void aNameIsEnough() {
        Service orders = service("orders", Service.ref("base"), Job.ref("seed"));

        EnvironmentPlan dev =
                shop(orders, service("base")).jobs(SEED).build().plan().in(DEV);

        assertThat(dev.graph().starts()).hasToString("[orders starts after base, orders starts after seed]");
    }

    @Test
    void aJobStartsAfterSomethingToo() {
        Job report = Job.named("report").image("report:1").startsAfter(SEED).build();

        EnvironmentPlan dev = shop().jobs(report, SEED).build().plan().in(DEV);

        assertThat(dev.graph().starts()).hasToString("[report starts after seed]");
    }

    @Test
    void environmentsCanSayItAndServicesCanTakeItBack() {
        Platform platform = shop(
                        service("orders"), Shop.service("base", base -> base.unset(Settings.STARTS_AFTER, "seed")))
                .defaults(all -> all.startsAfter(SEED))
                .jobs(Job.named("seed")
                        .image("s:1")
                        .unset(Settings.STARTS_AFTER, "seed")
                        .build())
                .build();

        assertThat(platform.plan().in(DEV).graph().starts()).hasToString("[orders starts after seed]");
    }

    @Test
    void aPlanKeepsTheOrderInItsJson() {
        Plan plan = shop(service("orders", SEED)).jobs(SEED).build().plan();

        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(Plan.fromJson(plan.toJson()).in(DEV).graph().startOrder()).hasToString("[[seed], [orders]]");
    }

    @Test
    void aNewOrderIsAChange() {
        Plan before = shop(service("orders")).jobs(SEED).build().plan();
        Plan after = shop(service("orders", SEED)).jobs(SEED).build().plan();

        assertThat(Comparison.of(before, after).changes()).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo("services/orders/starts-after/seed");
            assertThat(change.workload()).contains("orders");
        });
        assertThat(Comparison.of(after, before).changes()).hasSize(1);
    }

    @Test
    void mandatedAndRestatedByNameItIsTheSame() {
        Service orders = Shop.service("orders", it -> it.startsAfter(Job.ref("seed"))
                .on(Paths.path("data", (service, where) -> service.mandates().startsAfter(Job.ref("seed")))));

        Plan plan = shop(orders).jobs(SEED).build().plan();

        assertThat(plan.in(DEV).graph().waitsFor("orders")).hasSize(1);
    }

    @Test
    void anUnknownNameIsReportedWithTheClosest() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(Service.ref("bse")) // (misspelt)
                .startsAfter(Job.ref("nothing-alike")) // (unknown)
                .build();

        assertThat(Shop.report(shop(orders, service("base")).build())).isEqualTo(LINES.cite("""
                2 problems in platform 'shop':
                  orders in dev: it starts after job 'nothing-alike', which there is not
                      said {unknown}
                      fix  add it to the platform
                  orders in dev: it starts after service 'bse', which there is not
                      said {misspelt}
                      fix  did you mean 'base'?"""));
    }

    @Test
    void aJobIsNotAService() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(Service.ref("seed")) // (wrong-kind)
                .build();

        assertThat(Shop.report(shop(orders).jobs(SEED).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: it starts after service 'seed', which there is not
                      said {wrong-kind}
                      fix  it is one of the jobs: refer to it as such"""));
    }

    @Test
    void whatIsElsewhereCannotBeWaitedFor() {
        Job seed = Job.named("seed").image("seed:1").onlyIn(PROD).build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(seed) // (elsewhere)
                .build();

        assertThat(Shop.report(shop(orders).environments(PROD).jobs(seed).build()))
                .isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: it starts after job 'seed', which is not in dev
                      said {elsewhere}
                      fix  let it run there, or say this only where it does"""));
    }

    @Test
    void nothingStartsAfterItself() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(Service.ref("orders")) // (itself)
                .build();

        assertThat(Shop.report(shop(orders).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: nothing can start first: orders after orders
                      orders after orders {itself}
                      fix                 remove one of the lines; whoever only calls another need not wait for it"""));
    }

    @Test
    void aCircleIsShownWithAllItsLines() {
        Service a =
                Service.named("a").image("a:1").startsAfter(Service.ref("b")).build(); // (a)
        Service b = Service.named("b").image("b:1").startsAfter(Job.ref("c")).build(); // (b)
        Job c = Job.named("c").image("c:1").startsAfter(a).build(); // (c)

        assertThat(Shop.report(shop(a, b).jobs(c).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  a in dev: nothing can start first: a after b after c after a
                      a after b {a}
                      b after c {b}
                      c after a {c}
                      fix       remove one of the lines; whoever only calls another need not wait for it"""));
    }

    @Test
    void aCircleOfCallsIsFine() {
        Service a = Shop.service(
                "a", it -> it.port(Port.http(80)).env("B", Service.ref("b").url()));
        Service b =
                Shop.service("b", it -> it.port(Port.http(80)).env("A", a.url()).startsAfter(a));

        assertThat(shop(a, b).build().plan().in(DEV).graph().startOrder()).hasToString("[[a], [b]]");
    }

    @Test
    void somethingElseCannotBeWaitedFor() {
        record Weather(String name) implements Startable {}
        Service orders = Service.named("orders")
                .image("orders:1")
                .startsAfter(new Weather("sun")) // (weather)
                .build();

        assertThat(Shop.report(shop(orders).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: it cannot start after a Weather
                      said {weather}
                      fix  name a service, a job or a resource"""));
    }
}
