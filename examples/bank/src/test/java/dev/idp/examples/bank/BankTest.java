package dev.idp.examples.bank;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.testing.PlatformAssertions.assertThat;
import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.testing.rule.PlatformRules.services;

import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.plan.BlastRadius;
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

/** What the bank means to be, without a cluster and without a manifest. */
@PlatformTest(BankOfAnthos.class)
class BankTest {

    @RegisterExtension
    static final Snapshots SNAPSHOTS = Snapshots.of(BankTest.class);

    @EachEnvironment
    void theLedgerIsReachedFromTheWebsiteAndWhoAsksHowItIs(EnvironmentAssert environment) {
        environment
                .service("ledgerwriter")
                .isReachableOnlyFrom("frontend", "status")
                .isNotPublic()
                .calls("balancereader")
                .startsAfter("ledger-migration");
    }

    @EachService
    void runsWithoutPrivileges(ServiceAssert service) {
        service.runsAsNonRoot().hasReadOnlyRoot();
    }

    @Test
    void eachEnvironmentHasDatabasesOfItsOwnKind(PlanAssert plan) {
        plan.in("dev").hasResource("ledger-db", "in-cluster-postgres");
        plan.in("staging").hasResource("ledger-db", "cloudnative-pg");
        plan.in("prod").hasResource("ledger-db", "existing-postgres");
    }

    @Test
    void theSettlementRunsAfterEachWorkingDay(@In("prod") EnvironmentAssert prod) {
        prod.job("settlement").runsAt("30 2 * * tue-sat").callsOnly("ledger-db", "swift-gateway");
    }

    @Test
    void productionSurvivesTheLossOfANodeButForTheStatusPage(Plan plan) {
        services()
                .that()
                .areInTier(PRODUCTION)
                .should()
                .haveAtLeastReplicas(2)
                .because("nodes are replaced every week")
                .as("two-copies")
                .check(plan, LocalDate.of(2027, 1, 1));
    }

    @Test
    void whatWasTriedInStagingHoldsInProduction(Plan plan) {
        environment("prod")
                .shouldBeAtLeastAsStrictAs("staging")
                .because("nobody tries it again")
                .check(plan);
    }

    @Test
    void nothingIsFoundInProduction(Plan plan) {
        assertThat(Policy.standard().check(plan, LocalDate.of(2027, 1, 1)).in("prod"))
                .isClean();
        assertThat(Policy.standard().check(plan, LocalDate.of(2027, 1, 1))).hasNothingOpen(Severity.ERROR);
    }

    @Test
    void whoCallsWhomIsAsItWas(Plan plan) {
        SNAPSHOTS.matches("graph-prod", plan.in("prod").graph());
    }

    @Test
    void theNewReleaseOfTheBankRestartsTheBankAndNothingElse(Plan plan) {
        var released = Plan.fromJson(plan.toJson().replace("v0.6.10", "v0.6.9"), KubernetesSettings.all());

        assertThat(BlastRadius.of(released, plan))
                .inProduction()
                .restartsOnly(
                        "balancereader", "contacts", "frontend", "ledgerwriter", "transactionhistory", "userservice")
                .hasNoDowntime()
                .risksNoData()
                .widensNoExposure()
                .widensNoPermission();
    }
}
