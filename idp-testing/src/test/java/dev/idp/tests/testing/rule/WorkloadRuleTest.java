package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.testing.rule.PlatformRules.workloads;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import dev.idp.testing.rule.WorkloadRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a rule says of itself, how waivers are heard, and that it is a rule of the one engine. */
class WorkloadRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final WorkloadRule OWNED = workloads()
            .should()
            .beOwned()
            .because("somebody must be called")
            .as("is-owned")
            .severity(Severity.ERROR)
            .fix("ask around");

    private static Plan waived(LocalDate until) {
        Service orders = Service.named("orders")
                .image("orders:1")
                .waives("is-owned", "the team is being founded", "sales", until)
                .build();
        return plan(orders, Service.named("mail").image("mail:1").build());
    }

    private static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(
                        Environment.named("dev").build(),
                        Environment.named("prod").build())
                .services(services)
                .build()
                .plan();
    }

    @Test
    void aFailureSaysTheRuleTheReasonTheCountEachViolationAndTheRemedy() {
        assertThat(failureOf(() -> OWNED.check(Shop.plan()))).isEqualTo("""
                        Workloads should be owned,
                        because somebody must be called,
                        but 3 of 4 workloads violate is-owned:
                          orders in prod: nobody owns it
                              service orders, Shop.java:LINE
                          cleanup in prod: nobody owns it
                              job cleanup, Shop.java:LINE
                          report in prod: nobody owns it
                              job report, Shop.java:LINE
                        fix: ask around""");
    }

    @Test
    void aPlanThatWasReadBackHasNoLines() {
        assertThat(failureOf(() -> OWNED.check(Plan.fromJson(Shop.plan().toJson()))))
                .isEqualTo("""
                        Workloads should be owned,
                        because somebody must be called,
                        but 3 of 4 workloads violate is-owned:
                          orders in prod: nobody owns it
                          cleanup in prod: nobody owns it
                          report in prod: nobody owns it
                        fix: ask around""");
    }

    @Test
    void oneEnvironmentCanBeCheckedAlone() {
        assertThat(failureOf(() -> OWNED.check(waived(TODAY).in("dev"), TODAY))).isEqualTo("""
                        Workloads should be owned,
                        because somebody must be called,
                        but 1 of 2 workloads violates is-owned:
                          mail in dev: nobody owns it
                              service mail, WorkloadRuleTest.java:LINE
                        fix: ask around
                        1 more waived""");
        assertThat(failureOf(() -> OWNED.check(Shop.plan().in("prod")))).contains("3 of 4 workloads");
    }

    @Test
    void waiversAreHeardWhenADayIsGiven() {
        Plan plan = plan(Service.named("orders")
                .image("orders:1")
                .waives("is-owned", "the team is being founded", "sales", TODAY)
                .build());

        OWNED.check(plan, TODAY);
        assertThat(failureOf(() -> OWNED.check(plan))).isEqualTo("""
                        Workloads should be owned,
                        because somebody must be called,
                        but 2 of 2 workloads violate is-owned:
                          orders in dev: nobody owns it
                              service orders, WorkloadRuleTest.java:LINE
                          orders in prod: nobody owns it
                              service orders, WorkloadRuleTest.java:LINE
                        fix: ask around
                        2 have waivers, which are heard when a day is given: check(plan, today)""");
    }

    @Test
    void aWaiverThatIsOverWaivesNothingAndIsSaidToBeOver() {
        assertThat(failureOf(() -> OWNED.check(waived(TODAY.minusDays(1)).in("prod"), TODAY)))
                .isEqualTo("""
                        Workloads should be owned,
                        because somebody must be called,
                        but 2 of 2 workloads violate is-owned:
                          mail in prod: nobody owns it
                              service mail, WorkloadRuleTest.java:LINE
                              fix: ask around
                          orders in prod: nobody owns it
                              service orders, WorkloadRuleTest.java:LINE
                              fix: ask around
                          orders in prod: its waiver of is-owned, by sales, expired on 2026-05-31
                              service orders, WorkloadRuleTest.java:LINE
                              fix: mend what it waives and remove it, or agree on a later day""");
    }

    @Test
    void aWaiverThatNothingNeedsIsFoundOnTheWholePlatform() {
        Plan plan = plan(Service.named("payments")
                .image("payments:1")
                .waives("unseen", "it was public once", "money", TODAY)
                .build());
        WorkloadRule unseen =
                services().should().notBePublic().because("it matters").as("unseen");

        assertThat(failureOf(() -> unseen.check(plan, TODAY))).isEqualTo("""
                        Services should not be public,
                        because it matters,
                        but 2 of 2 services violate unseen:
                          payments in dev: its waiver of unseen, by money, is not needed
                              service payments, WorkloadRuleTest.java:LINE
                          payments in prod: its waiver of unseen, by money, is not needed
                              service payments, WorkloadRuleTest.java:LINE
                        fix: remove it, or mend its id""");
        unseen.check(plan.in("prod"), TODAY);
    }

    @Test
    void aWaiverOfAPartWaivesNothingAsRulesOnWorkloadsKnowNoParts() {
        Plan plan = plan(Service.named("orders")
                .image("orders:1")
                .ownedBy(Team.named("sales"))
                .waives("is-owned/proxy", "it is another team's", "sales", TODAY)
                .build());

        assertThat(failureOf(() -> OWNED.check(plan, TODAY)))
                .contains("orders in prod: its waiver of is-owned/proxy, by sales, is not needed");
    }

    @Test
    void aRuleIsOneOfTheEngine() {
        Verdict verdict = Policy.of(OWNED.rule()).check(waived(TODAY), TODAY);

        assertThat(verdict.open())
                .extracting(Finding::rule, Finding::severity, Finding::environment, Finding::subject, Finding::fix)
                .containsExactly(
                        tuple("is-owned", Severity.ERROR, "dev", "mail", "ask around"),
                        tuple("is-owned", Severity.ERROR, "prod", "mail", "ask around"));
        assertThat(verdict.waived()).hasSize(2);
        assertThat(OWNED.rule().because()).isEqualTo("somebody must be called");
    }

    @Test
    void findingsLeadToTheLineAndToThePathThatOutlivesIt() {
        Location location =
                OWNED.rule().check(Shop.plan().in("prod")).get(0).location().orElseThrow();

        assertThat(location.file()).isEqualTo("dev/idp/tests/testing/rule/Shop.java");
        assertThat(location.line()).isPositive();
        assertThat(location.object() + location.pointer()).isEqualTo("services/orders/owner");
    }

    @Test
    void anIdIsMadeFromTheSentenceUntilThereIsAName() {
        WorkloadRule rule =
                services().that().haveNameMatching("pay.*").should().beProbed().because("it matters");

        assertThat(rule.id()).isEqualTo("services-that-have-a-name-matching-pay-should-be-probed");
        assertThat(rule.as("payments-probed").id()).isEqualTo("payments-probed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.as("Payments probed"))
                .withMessage("'Payments probed' is not the id of a rule: write it in lower case with dashes");
    }
}
