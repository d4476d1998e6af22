package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.are;
import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.jobs;
import static dev.idp.testing.rule.PlatformRules.noJobs;
import static dev.idp.testing.rule.PlatformRules.noServices;
import static dev.idp.testing.rule.PlatformRules.noWorkloads;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.testing.rule.PlatformRules.workloads;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.policy.Finding;
import dev.idp.testing.rule.Chosen;
import dev.idp.testing.rule.Demand;
import dev.idp.testing.rule.WorkloadRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which services and jobs a rule is about. */
class ChoiceTest {

    private static final Plan PLAN = Shop.plan();

    private static final Demand<WorkloadPlan> PERFECT = be("perfect", workload -> false, "nobody is");

    @ParameterizedTest(name = "{1}")
    @MethodSource("choices")
    void aRuleIsAboutWhatIsChosen(Chosen<?, ?, ?> choice, String text, String... chosen) {
        WorkloadRule rule = choice.should(PERFECT).because("it matters");

        assertThat(rule).hasToString(text + " should be perfect, because it matters");
        assertThat(rule.rule().check(PLAN.in("prod")))
                .extracting(Finding::subject)
                .containsExactly(chosen);
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                choice(services().that().arePublic(), "services that are public", "orders"),
                choice(services().that().areNotPublic(), "services that are not public", "payments"),
                choice(services().that().areStateful(), "services that are stateful"),
                choice(services().that().areCalledBy("orders"), "services that are called by orders", "payments"),
                choice(services().that().call("payments"), "services that call payments", "orders"),
                choice(services().that().areOwnedBy("money"), "services that are owned by money", "payments"),
                choice(
                        services().that().areInTier(Tier.PRODUCTION),
                        "services that are in tier production",
                        "orders",
                        "payments"),
                choice(services().that().areInTier(Tier.STAGING), "services that are in tier staging"),
                choice(
                        services().that().areIn("dev", "prod"),
                        "services that are in dev or prod",
                        "orders",
                        "payments"),
                choice(
                        services().that().areNamed("orders", "mail"),
                        "services that are named orders or mail",
                        "orders"),
                choice(
                        services().that().haveNameMatching("pay.*"),
                        "services that have a name matching 'pay.*'",
                        "payments"),
                choice(services().that().readSecrets(), "services that read secrets", "orders"),
                choice(services().that().have(Settings.READINESS), "services that have readiness", "payments"),
                choice(services().that().have(Settings.ENV), "services that have env", "orders"),
                choice(
                        services().that().haveEntry(Settings.ENV, "PAYMENTS_URL"),
                        "services that have env PAYMENTS_URL",
                        "orders"),
                choice(jobs().that().areScheduled(), "jobs that are scheduled", "report"),
                choice(
                        workloads().that().haveNameMatching(".*o.*"),
                        "workloads that have a name matching '.*o.*'",
                        "orders",
                        "report"),
                choice(
                        services().that(are("red", service -> service.name().startsWith("o"))),
                        "services that are red",
                        "orders"),
                choice(
                        services().that(are("at home", (service, environment) -> environment
                                .name()
                                .equals("prod"))),
                        "services that are at home",
                        "orders",
                        "payments"),
                choice(
                        services().that().arePublic().and().readSecrets(),
                        "services that are public and read secrets",
                        "orders"),
                choice(
                        services()
                                .that()
                                .arePublic()
                                .or()
                                .areOwnedBy("money")
                                .and()
                                .call("payments"),
                        "services that are public or are owned by money and call payments",
                        "orders"));
    }

    private static Arguments choice(Chosen<?, ?, ?> choice, String text, String... chosen) {
        return Arguments.of(choice, text, chosen);
    }

    @Test
    void whatIsForbiddenIsFoundWhereItIsSo() {
        WorkloadRule rule =
                noServices().that().arePublic().should().call("payments").because("money is not for the public");

        assertThat(failureOf(() -> rule.check(PLAN))).isEqualTo("""
                        No services that are public should call payments,
                        because money is not for the public,
                        but 1 of 1 service violates it:
                          orders in prod: it calls payments
                              service orders, Shop.java:LINE
                        fix: remove what refers to it""");
        noServices()
                .should()
                .call("payments")
                .andShould()
                .beOwned()
                .because("both would be too much")
                .check(PLAN);
        noJobs().should()
                .readNoSecrets()
                .andShould()
                .beOwned()
                .because("it matters")
                .check(PLAN);
        noWorkloads().should().call("report").because("it matters").check(PLAN);
    }

    @Test
    void aRuleAboutNothingFailsUnlessItMayBe() {
        WorkloadRule rule = services().that().areStateful().should().beProbed().because("it matters");

        assertThat(failureOf(() -> rule.check(PLAN))).isEqualTo("""
                        Services that are stateful should be probed,
                        because it matters,
                        but none of the services in prod is meant
                        fix: correct the choice, or say allowEmpty()""");
        rule.allowEmpty().check(PLAN);
        assertThat(rule.rule().check(PLAN.in("prod"))).isEmpty();
    }

    @Test
    void whatTheAuthorsOwnCodeThrowsIsFoundAndTheOthersAreLookedAt() {
        WorkloadRule rule = services()
                .that(are("odd", service -> {
                    if (service.name().equals("orders")) {
                        throw new IllegalStateException("no idea");
                    }
                    return true;
                }))
                .should()
                .notBePublic()
                .because("it matters");

        assertThat(failureOf(() -> rule.check(PLAN))).isEqualTo("""
                        Services that are odd should not be public,
                        because it matters,
                        but 1 of 2 services violates it:
                          orders in prod: the rule failed at ChoiceTest.java:LINE: java.lang.IllegalStateException: no idea
                        fix: mend the rule""");
    }
}
