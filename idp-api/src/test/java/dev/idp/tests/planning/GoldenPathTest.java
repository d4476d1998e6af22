package dev.idp.tests.planning;

import static dev.idp.Cpu.millis;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenPathTest {

    private static final Lines LINES = Lines.of(GoldenPathTest.class);

    @Test
    void theServiceBeatsItsGoldenPath() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults("people come in waves").replicas(3); // (path)
        });
        ServicePlan orders = Shop.alone(Service.named("orders")
                .image("orders:1")
                .on(path)
                .replicas(5) // (service)
                .build());

        assertThat(orders.replicas()).contains(Replicas.fixed(5));
        assertThat(orders.overrides()).containsExactly(orders.decision(Settings.REPLICAS));
        assertThat(orders.decision(Settings.REPLICAS).winner().orElseThrow())
                .hasToString("5 by service orders, " + LINES.at("service"));
        assertThat(orders.decision(Settings.REPLICAS).losers().get(0))
                .hasToString("3 by golden path web 1.0: people come in waves, " + LINES.at("path"));
    }

    @Test
    void whatTheServiceOnlyAddsIsNoOverride() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().replicas(3);
        });

        ServicePlan orders =
                Shop.alone(Shop.service("orders", service -> service.on(path).cpu(millis(5))));

        assertThat(orders.overrides()).isEmpty();
    }

    @Test
    void takingAwayADefaultOfThePathIsAnOverride() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().env("LOG", "info");
        });

        ServicePlan orders =
                Shop.alone(Shop.service("orders", service -> service.on(path).unset(Settings.ENV, "LOG")));

        assertThat(orders.overrides()).containsExactly(orders.decisions().decision(Settings.ENV, "LOG"));
    }

    @Test
    void withinAPathTheLaterStatementWins() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().replicas(3).env("LOG", "info");
            service.defaults().replicas(4).env("LOG", "debug");
        });

        ServicePlan orders = Shop.alone(Shop.service("orders", service -> service.on(path)));

        assertThat(orders.replicas()).contains(Replicas.fixed(4));
        assertThat(orders.env()).containsEntry("LOG", Text.of("debug"));
    }

    @Test
    void aPathCanDifferByEnvironment() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            if (environment.isProduction()) {
                service.defaults().replicas(3);
            }
        });

        Plan plan = inDevAndProd(Shop.service("orders", service -> service.on(path)));

        assertThat(plan.in(DEV).service("orders").replicas()).contains(Replicas.fixed(1));
        assertThat(plan.in(PROD).service("orders").replicas()).contains(Replicas.fixed(3));
    }

    @Test
    void aPathThatAsksNothingAboutServicesIsPavedOnceAnEnvironment() {
        List<String> paved = Collections.synchronizedList(new ArrayList<>());
        ServicePath path = Paths.path("web", (service, environment) -> paved.add(environment.name()));

        inDevAndProd(
                Shop.service("a", service -> service.on(path)),
                Shop.service("b", service -> service.on(path)),
                Shop.service("c", service -> service.on(path)));

        assertThat(paved).containsExactlyInAnyOrder("dev", "prod");
    }

    @Test
    void aPathThatAsksForTheServicesNameIsPavedForEach() {
        List<String> paved = Collections.synchronizedList(new ArrayList<>());
        ServicePath path = Paths.path("web", (service, environment) -> {
            paved.add(service.serviceName() + " in " + environment.name());
            service.defaults().env("NAME", service.serviceName());
        });

        Plan plan = inDevAndProd(
                Shop.service("a", service -> service.on(path)), Shop.service("b", service -> service.on(path)));

        assertThat(paved).containsExactlyInAnyOrder("a in dev", "b in dev", "a in prod", "b in prod");
        assertThat(plan.in(DEV).service("a").env()).containsEntry("NAME", Text.of("a"));
        assertThat(plan.in(DEV).service("b").env()).containsEntry("NAME", Text.of("b"));
    }

    @Test
    void aPathWhoseBaseAsksForTheServicesNameIsPavedForEach() {
        List<String> paved = Collections.synchronizedList(new ArrayList<>());
        ServicePath base = Paths.path("base", (service, environment) -> {
            service.defaults().env("NAME", service.serviceName());
        });
        ServicePath path = Paths.path("web", base, (service, environment) -> paved.add(environment.name()));

        Plan plan = inDevAndProd(
                Shop.service("a", service -> service.on(path)), Shop.service("b", service -> service.on(path)));

        assertThat(paved).containsExactlyInAnyOrder("dev", "dev", "prod", "prod");
        assertThat(plan.in(PROD).service("b").env()).containsEntry("NAME", Text.of("b"));
    }

    @Test
    void serviceAndPathAreOnlyWhereTheServiceIs() {
        List<String> paved = Collections.synchronizedList(new ArrayList<>());
        ServicePath path = Paths.path("web", (service, environment) -> paved.add(environment.name()));

        Plan plan = inDevAndProd(Shop.service("orders", service -> {}), Shop.service("load", service -> service.on(path)
                .onlyIn(DEV)));

        assertThat(plan.in(DEV).findService("load")).isPresent();
        assertThat(plan.in(PROD).findService("load")).isEmpty();
        assertThat(paved).containsExactlyInAnyOrder("dev");
    }

    @Test
    void whatIsSaidToABuilderLaterDoesNotChangeWhatItBuilt() {
        Environment.Builder builder = Environment.named("dev");
        Environment first = builder.build();
        builder.defaults(service -> service.replicas(7));
        Platform.Builder shop = Platform.named("shop").environments(first).services(Shop.service("a", service -> {}));
        Platform before = shop.build();
        shop.defaults(service -> service.replicas(8));

        assertThat(before.plan().in("dev").service("a").replicas()).contains(Replicas.fixed(1));
    }

    private static Plan inDevAndProd(Service... services) {
        return Platform.named("shop")
                .environments(PROD, DEV)
                .services(services)
                .build()
                .plan();
    }
}
