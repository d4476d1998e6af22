package dev.idp.tests.plan;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Lines LINES = Lines.of(PlanTest.class);

    @Test
    void environmentsAreInTheOrderInWhichReleasesPassThrough() {
        Plan plan = Platform.named("shop")
                .environments(
                        PROD,
                        Environment.named("b").tier(Tier.STAGING).build(),
                        DEV,
                        Environment.named("a").tier(Tier.STAGING).build(),
                        Environment.named("z").tier(Tier.TEST).build())
                .services(service("orders", orders -> {}))
                .build()
                .plan();

        assertThat(plan.environments()).extracting(EnvironmentPlan::name).containsExactly("dev", "z", "a", "b", "prod");
    }

    @Test
    void anUnknownEnvironmentListsThoseThereAre() {
        Plan plan = Platform.named("shop")
                .environments(PROD, DEV)
                .services(service("orders", orders -> {}))
                .build()
                .plan();

        assertThatThrownBy(() -> plan.in("production"))
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("no environment 'production' in platform 'shop', only dev, prod");
    }

    @Test
    void anUnknownServiceListsThoseThereAre() {
        EnvironmentPlan dev = Shop.planned(service("orders", orders -> {}), service("payments", payments -> {}));

        assertThatThrownBy(() -> dev.service("order"))
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("no service 'order' in dev, only orders, payments");
        assertThat(dev.findService("order")).isEmpty();
    }

    @Test
    void servicesAreInTheOrderOfTheirNames() {
        EnvironmentPlan dev = Shop.planned(service("b", b -> {}), service("c", c -> {}), service("a", a -> {}));

        assertThat(dev.services())
                .extracting(Object::toString)
                .map(text -> text.substring(0, 1))
                .containsExactly("a", "b", "c");
    }

    @Test
    void anEnvironmentIsForDevelopmentUntilSomebodySaysOtherwise() {
        Environment silent = Environment.named("silent").build();

        EnvironmentPlan plan =
                Shop.in(silent, service("orders", orders -> {})).plan().in(silent);

        assertThat(plan.tier()).isEqualTo(Tier.DEVELOPMENT);
        assertThat(plan.namespace()).isEqualTo("shop-silent");
        assertThat(silent.isProduction()).isFalse();
    }

    @Test
    void identitiesCiteTheirDeclarations() {
        Environment test = Environment.named("test").build(); // (environment)
        Platform platform = Platform.named("shop") // (platform)
                .environments(test)
                .services(Service.named("orders").image("orders:1").build()) // (service)
                .build();

        Plan plan = platform.plan();

        assertThat(plan.identity().winner().orElseThrow().source())
                .hasToString("platform shop, " + LINES.at("platform"));
        assertThat(plan.in(test).identity().winner().orElseThrow().source())
                .hasToString("environment test, " + LINES.at("environment"));
        assertThat(plan.in(test)
                        .service("orders")
                        .identity()
                        .winner()
                        .orElseThrow()
                        .source())
                .hasToString("service orders, " + LINES.at("service"));
    }

    @Test
    void aValueThatIsNotThereIsNamed() {
        EnvironmentPlan dev = Shop.planned(service("orders", orders -> {}));

        assertThatThrownBy(() -> dev.service("orders").decision(Settings.MEMORY).get())
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("services/orders/memory has no value");
    }
}
