package dev.idp.tests.testing.junit;

import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.policy.Policy;
import dev.idp.testing.EnvironmentAssert;
import dev.idp.testing.PlatformAssertions;
import dev.idp.testing.ServiceAssert;
import dev.idp.testing.junit.EachEnvironment;
import dev.idp.testing.junit.EachService;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import dev.idp.testing.part.PartContracts;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What whoever tests intent alone writes; {@link IntentAloneTest} runs it where nothing else is at hand. */
@PlatformTest(Shop.class)
public class IntentAlone {

    @Test
    void assertions(Plan plan, @In("prod") EnvironmentAssert prod) {
        PlatformAssertions.assertThat(plan).in("prod").service("payments").isReachableOnlyFrom("orders");
        PlatformAssertions.softly(soft -> soft.assertThat(plan).services().each(ServiceAssert::runsAsNonRoot));
        prod.publicServices().areOnly("orders");
    }

    @Test
    void rules(Plan plan) {
        PlatformAssertions.assertThat(Policy.standard()
                        .only("public-means-tls")
                        .check(plan, LocalDate.of(2026, 1, 1))
                        .in("prod"))
                .isClean();
    }

    @EachEnvironment
    void environments(EnvironmentPlan environment) {
        PlatformAssertions.assertThat(environment).service("orders").calls("payments");
    }

    @EachService
    void services(ServicePlan service, ServiceAssert assertions) {
        assertions.mayOnly();
    }

    @TestFactory
    Stream<DynamicTest> contracts(Platform platform) {
        return PartContracts.of(platform);
    }
}
