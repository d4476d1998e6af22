package dev.idp.examples.payments;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import org.junit.jupiter.api.Test;

/** The part alone: whatever others must supply is a stub with the ports that the part expects. */
class PaymentsPartTest {

    private static final Environment TEST = Environment.named("test").build();

    private final EnvironmentPlan plan = Platform.named("payments-alone")
            .environments(TEST)
            .parts(new PaymentsPart())
            .stubbingNeeds()
            .build()
            .plan()
            .in(TEST);

    @Test
    void paymentsCallOrdersAndTheirDatabaseAlone() {
        assertThat(plan).service("payments").isNotPublic().callsOnly("orders", "payments-db");
    }

    @Test
    void theDatabaseIsMigratedBeforePaymentsStart() {
        assertThat(plan).service("payments").startsAfter("payments-migration");
        assertThat(plan).job("payments-migration").callsOnly("payments-db");
    }

    @Test
    void theMigrationRunsTheImageOfTheService() {
        assertThat(plan.job("payments-migration").image())
                .isEqualTo(plan.service("payments").image());
    }
}
