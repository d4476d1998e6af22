package dev.idp.examples.boutique;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.testing.PlatformAssertions.assertThat;
import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.testing.rule.PlatformRules.services;

import dev.idp.Replicas;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.testing.EnvironmentAssert;
import dev.idp.testing.PlanAssert;
import dev.idp.testing.ServiceAssert;
import dev.idp.testing.junit.EachEnvironment;
import dev.idp.testing.junit.EachService;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import dev.idp.testing.snapshot.Snapshots;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the boutique means to be, without a cluster and without a manifest. */
@PlatformTest(OnlineBoutique.class)
class BoutiqueTest {

    @RegisterExtension
    static final Snapshots SNAPSHOTS = Snapshots.of(BoutiqueTest.class);

    @EachEnvironment
    void paymentsAreReachedFromTheCheckoutAlone(EnvironmentAssert environment) {
        environment
                .service("paymentservice")
                .isReachableOnlyFrom("checkoutservice")
                .callsOnly()
                .isNotPublic();
        environment.publicServices().areOnly("frontend");
    }

    @EachService
    void runsWithoutPrivileges(ServiceAssert service) {
        service.runsAsNonRoot().hasReadOnlyRoot().mayOnly().readsOnlySecrets();
    }

    @Test
    void cartsAreKeptBesideTheShopAndByOthersInProduction(PlanAssert plan) {
        plan.in("dev")
                .hasResource("redis-cart", "in-cluster-redis")
                .service("cartservice")
                .callsOnly("redis-cart");
        plan.in("prod").hasResource("redis-cart", "existing-redis").hasNoService("redis-cart");
    }

    @Test
    void theLoadGeneratorStaysInDevelopment(PlanAssert plan) {
        plan.in("dev").service("loadgenerator").callsOnly("frontend");
        plan.in("staging").hasNoService("loadgenerator");
        plan.in("prod").hasNoService("loadgenerator");
    }

    @Test
    void theFrontEndScalesInProduction(@In("prod") EnvironmentAssert prod) {
        prod.isPublicThroughTlsAlone()
                .service("frontend")
                .has(Settings.REPLICAS, Replicas.between(3, 12))
                .isPublicAt("www.boutique.example/");
    }

    @Test
    void productionSurvivesTheLossOfANode(Plan plan) {
        services()
                .that()
                .areInTier(PRODUCTION)
                .should()
                .haveAtLeastReplicas(2)
                .andShould()
                .beProbed()
                .andShould()
                .haveMemoryLimit()
                .because("nodes are replaced every week")
                .check(plan);
    }

    @Test
    void whatWasTriedInStagingHoldsInProduction(Plan plan) {
        environment("prod")
                .shouldBeAtLeastAsStrictAs("staging")
                .exceptFor("redis-cart")
                .because("nobody tries it again")
                .check(plan);
    }

    @Test
    void nothingIsFoundThatMatters(Plan plan) {
        assertThat(Policy.standard().check(plan, LocalDate.of(2026, 1, 1)))
                .hasNothingOpen(Severity.WARNING)
                .waivesOnly("probes-distinct", "public-means-tls");
    }

    @Test
    void whoCallsWhomIsAsItWas(Plan plan) {
        SNAPSHOTS.matches("graph-prod", plan.in("prod").graph());
    }
}
