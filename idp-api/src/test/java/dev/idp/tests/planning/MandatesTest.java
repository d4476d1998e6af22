package dev.idp.tests.planning;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.explain.Demand;
import dev.idp.explain.Layer;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MandatesTest {

    private static final Lines LINES = Lines.of(MandatesTest.class);

    private static final Environment PROD = Environment.named("prod")
            .mandates("one copy is no copy", service -> service.replicas(2).env("LOG", "json")) // (mandate)
            .build();

    @Test
    void aMandateBeatsDefaults() {
        ServicePlan orders = plan(Shop.service("orders", service -> {}));

        assertThat(orders.replicas()).contains(Replicas.fixed(2));
        assertThat(orders.decision(Settings.REPLICAS).winner().orElseThrow().source())
                .hasToString("environment prod: one copy is no copy, " + LINES.at("mandate"))
                .extracting("layer")
                .isEqualTo(Layer.MANDATE);
        assertThat(orders.decision(Settings.REPLICAS).losers()).hasSize(1);
    }

    @Test
    void restatingAnEqualValueIsFine() {
        ServicePlan orders =
                plan(Shop.service("orders", service -> service.replicas(2).env("LOG", "json")));

        assertThat(orders.replicas()).contains(Replicas.fixed(2));
        assertThat(orders.decision(Settings.REPLICAS).losers().get(0).source().layer())
                .isEqualTo(Layer.WORKLOAD);
    }

    @Test
    void aDecisionKnowsTheMandatesThatItIsHeldTo() {
        Environment prod = Environment.named("prod")
                .mandates("json", "machines read it", service -> service.env("LOG", "json")) // (json)
                .mandates(
                        "two-copies",
                        "one is none",
                        service -> service.require(Settings.REPLICAS, Bound.atLeast(2))) // (two)
                .mandates("small", "nodes are small", service -> service.require(Settings.REPLICAS, Bound.atLeast(1)))
                .defaults(service -> service.replicas(2))
                .build();
        ServicePlan orders = Shop.in(prod, Shop.service("orders", service -> {}))
                .plan()
                .in("prod")
                .service("orders");

        assertThat(orders.decisions().decision(Settings.ENV, "LOG").demands())
                .singleElement()
                .hasToString("Demand[id=json, source=environment prod: machines read it, " + LINES.at("json") + "]");
        assertThat(orders.decision(Settings.REPLICAS).demands())
                .extracting(Demand::id)
                .containsExactly("two-copies", "small");
        assertThat(orders.decision(Settings.IMAGE).demands()).isEmpty();
        assertThat(orders.decision(Settings.REPLICAS))
                .isEqualTo(plan(Shop.service("orders", service -> {})).decision(Settings.REPLICAS));
    }

    @Test
    void aMandateThatIsWaivedHoldsNothing() {
        Environment prod = Environment.named("prod")
                .mandates("json", "machines read it", service -> service.env("LOG", "json"))
                .build();
        ServicePlan orders = Shop.in(prod, Shop.service("orders", service -> service.env("LOG", "text")
                        .waives("json", "people read it", "orders", LocalDate.of(2026, 6, 30))))
                .plan()
                .in("prod")
                .service("orders");

        assertThat(orders.decisions().decision(Settings.ENV, "LOG").demands()).isEmpty();
    }

    @Test
    void aMandateThatIsOverriddenCitesBothLines() {
        String report = report(Shop.in(
                PROD,
                Service.named("orders")
                        .image("orders:1")
                        .replicas(3) // (override)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: replicas is mandated to be 2 and cannot be 3
                      mandate environment prod: one copy is no copy, {mandate}
                      against {override}
                      fix     remove the line of the service"""));
    }

    @Test
    void takingAwayWhatIsMandatedIsAnOverride() {
        String report = report(Shop.in(
                PROD,
                Service.named("orders")
                        .image("orders:1")
                        .unset(Settings.ENV, "LOG") // (unset)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: env LOG is mandated to be json and cannot be unset
                      mandate environment prod: one copy is no copy, {mandate}
                      against {unset}
                      fix     remove the line of the service"""));
    }

    @Test
    void aMandateCanTakeAway() {
        Environment dev = Environment.named("dev")
                .mandates("debugging is off", service -> service.unset(Settings.ENV, "DEBUG")) // (mandated-unset)
                .build();
        Platform platform = Shop.in(
                dev,
                Service.named("orders")
                        .image("orders:1")
                        .env("DEBUG", "1") // (debug)
                        .build());

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env DEBUG is mandated to be unset and cannot be 1
                      mandate environment dev: debugging is off, {mandated-unset}
                      against {debug}
                      fix     remove the line of the service"""));
    }

    @Test
    void aDefaultOfAGoldenPathSimplyLosesAgainstAMandate() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().replicas(5);
        });

        ServicePlan orders = plan(Shop.service("orders", service -> service.on(path)));

        assertThat(orders.replicas()).contains(Replicas.fixed(2));
    }

    @Test
    void mandatesThatContradictEachOtherCiteBothLines() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.mandates("no user but root").runAsUser(0); // (of-path)
            service.mandates("the kernel is old").runAsRoot("the kernel is old");
        });
        Platform platform = Platform.named("shop")
                .environments(Environment.named("dev").build())
                .mandates("one user for all", service -> service.runAsUser(1000)) // (of-platform)
                .services(Shop.service("orders", service -> service.on(path)))
                .build();

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: user-id is mandated to be 1000 and cannot be 0
                      mandate platform shop: one user for all, {of-platform}
                      against golden path web 1.0: no user but root, {of-path}
                      fix     let the two agree"""));
    }

    @Test
    void mandatesThatAgreeAreFine() {
        Platform platform = Platform.named("shop")
                .environments(PROD)
                .mandates("everywhere", service -> service.replicas(2))
                .services(Shop.service("orders", service -> {}))
                .build();

        assertThat(platform.plan().in(PROD).service("orders").replicas()).contains(Replicas.fixed(2));
    }

    @Test
    void aBoundIsKept() {
        ServicePlan orders = Shop.in(bounded(), Shop.service("orders", service -> service.replicas(2)
                        .memory(mebibytes(64))
                        .cpu(millis(100))))
                .plan()
                .in("dev")
                .service("orders");

        assertThat(orders.replicas()).contains(Replicas.fixed(2));
    }

    @Test
    void aBoundIsViolated() {
        Platform platform = Shop.in(
                bounded(),
                Service.named("orders")
                        .image("orders:1")
                        .cpu(millis(100))
                        .memory(mebibytes(128)) // (too-much)
                        .build());

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                2 problems in platform 'shop':
                  orders in dev: memory must be at most 64Mi, not 128Mi
                      mandate environment dev: small nodes, {bound-memory}
                      against {too-much}
                      fix     stay within the bound
                  orders in dev: replicas must be at least 2, not 1
                      mandate environment dev: small nodes, {bound-replicas}
                      against library default: one copy until somebody says that it takes more
                      fix     stay within the bound"""));
    }

    @Test
    void aBoundOfSomethingUnsaidIsViolated() {
        Platform platform = Shop.in(
                bounded(), Shop.service("orders", service -> service.replicas(2).memory(mebibytes(1))));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: cpu must be at least 100m, and is not set
                      mandate environment dev: small nodes, {bound-cpu}
                      fix     stay within the bound"""));
    }

    @Test
    void aBoundThatThrowsIsReported() {
        Environment dev = Environment.named("dev")
                .mandates(
                        "tags are numbers",
                        service -> service.require(
                                Settings.IMAGE,
                                new Bound<>("numbered", image -> Integer.parseInt(image.reference()) > 0)))
                .build();

        assertThat(report(Shop.in(dev, Shop.service("orders", service -> {}))))
                .startsWith("1 problem in platform 'shop':\n  orders in dev: the bound of image failed: "
                        + "java.lang.NumberFormatException: For input string: \"registry.example/orders:1.0\"\n");
    }

    private static Environment bounded() {
        return Environment.named("dev")
                .mandates("small nodes", service -> {
                    service.require(Settings.REPLICAS, Bound.atLeast(2)); // (bound-replicas)
                    service.require(Settings.MEMORY, Bound.atMost(mebibytes(64))); // (bound-memory)
                    service.require(Settings.CPU, Bound.atLeast(millis(100))); // (bound-cpu)
                })
                .build();
    }

    private static ServicePlan plan(Service orders) {
        return Shop.in(PROD, orders).plan().in(PROD).service("orders");
    }
}
