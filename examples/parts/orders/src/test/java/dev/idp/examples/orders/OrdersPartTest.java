package dev.idp.examples.orders;

import static dev.idp.testing.PlatformAssertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The part with the one that it takes; nothing is left for others to supply. */
class OrdersPartTest {

    private static final Environment TEST = Environment.named("test").build();

    private final EnvironmentPlan plan = Platform.named("orders-alone")
            .environments(TEST)
            .parts(new OrdersPart())
            .build()
            .plan()
            .in(TEST);

    @Test
    void ordersAndPaymentsCallEachOther() {
        assertThat(plan).service("orders").isNotPublic().callsOnly("payments");
        assertThat(plan).service("payments").callsOnly("orders", "payments-db");
    }

    @Test
    void theReportRunsEveryNightAndIsDoneBeforeTheMorning() {
        assertThat(plan)
                .job("orders-report")
                .runsAt("30 2 * * *")
                .has(Settings.DEADLINE, Duration.ofMinutes(30))
                .callsOnly("orders");
    }
}
