package dev.idp.examples.shop;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.plan.Plan;
import dev.idp.spi.Part;
import dev.idp.spi.Parts;
import dev.idp.testing.junit.PlatformTest;
import dev.idp.testing.part.PartContracts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@PlatformTest(ComposedShop.class)
class ComposedShopTest {

    private final Plan plan;

    ComposedShopTest(Plan plan) {
        this.plan = plan;
    }

    @TestFactory
    Stream<DynamicTest> partsGetWhatTheyExpect(Platform platform) {
        return PartContracts.discovered(platform);
    }

    @Test
    void aPartReachedByTwoWaysIsOne() {
        assertThat(plan.in(ComposedShop.PROD).services())
                .extracting(service -> service.name())
                .containsExactly("orders", "payments");
    }

    @Test
    void theReleasesOfProductionReachTheServicesAndTheirMigrations() {
        var prod = plan.in(ComposedShop.PROD);

        assertThat(prod.service("payments").image()).hasToString("registry.example/payments:4.1.1");
        assertThat(prod.job("payments-migration").image()).hasToString("registry.example/payments:4.1.1");
        assertThat(plan.in(ComposedShop.DEV).service("payments").image())
                .hasToString("registry.example/payments:4.1.0");
    }

    @Test
    void productionHasADatabaseAlreadyAndDevelopmentGetsOne() {
        assertThat(plan.in(ComposedShop.PROD)).service("payments").callsOnly("orders", "payments-db");
        assertThat(plan.in(ComposedShop.PROD).findExternal("payments-db")).isPresent();
        assertThat(plan.in(ComposedShop.DEV).findService("payments-db")).isPresent();
    }

    @Test
    void whoeverWantsToCanTakeEveryPartOnTheClassPath() {
        var parts = Parts.discover();

        assertThat(parts)
                .extracting(Part::id)
                .containsExactly("dev.idp.examples:orders-part", "dev.idp.examples:payments-part");
        var discovered = Platform.named("shop")
                .environments(Environment.named("dev").build())
                .parts(parts.toArray(Part[]::new))
                .build();
        assertThat(discovered.plan().environments().get(0).workloads())
                .extracting(workload -> workload.name())
                .containsExactly("orders", "payments", "payments-db", "orders-report", "payments-migration");
    }
}
