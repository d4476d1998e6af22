package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.IntentRules;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import dev.idp.policy.Rules;
import dev.idp.policy.Severity;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Lines LINES = Lines.of(PolicyTest.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final Rule<EnvironmentPlan> COST_CENTER = Rules.forServices("cost-center-set")
            .because("every euro is somebody's")
            .severity(Severity.INFO)
            .fix("add label(...)")
            .link("https://wiki.example/cost-centers")
            .must(
                    service -> service.entries(Settings.LABEL).containsKey("shop.example/cost-center"),
                    "it has no cost center");

    private final EnvironmentPlan shop = Checks.plan(
            DEV,
            Service.named("web")
                    .image("web:1")
                    .label("shop.example/cost-center", "4711")
                    .build(),
            Service.named("orders").image("orders:1").build()); // (orders)

    @Test
    void aRuleOfOnesOwnTakesAFewLines() {
        assertThat(Policy.of(COST_CENTER).check(shop, TODAY).open())
                .extracting(Finding::toString)
                .containsExactly(
                        LINES.cite("INFO cost-center-set: orders in dev: it has no cost center (service orders,"
                                + " {orders}); fix: add label(...)"));
    }

    @Test
    void aRuleSaysWhatItWasTold() {
        assertThat(COST_CENTER.because()).isEqualTo("every euro is somebody's");
        assertThat(COST_CENTER.severity()).isEqualTo(Severity.INFO);
        assertThat(COST_CENTER.fix()).isEqualTo("add label(...)");
        assertThat(COST_CENTER.link()).contains("https://wiki.example/cost-centers");
    }

    @Test
    void aRuleCanAlsoBeAClass() {
        Rule<EnvironmentPlan> few = new FewServices();

        assertThat(few.fix()).isEmpty();
        assertThat(few.link()).isEmpty();
        assertThat(Policy.of(few).check(shop, TODAY)).hasToString("""
                WARNING few-services: dev: there are 2 services
                1 finding""");
    }

    @Test
    void thereAreRulesOnEverythingInAnEnvironment() {
        Policy policy = Policy.of(
                Rules.forWorkloads("w").because("r").must(workload -> false, "workload"),
                Rules.forJobs("j").because("r").must(job -> false, "job"),
                Rules.forResources("r").because("r").must(resource -> false, "resource"),
                Rules.forExternals("x").because("r").must(external -> false, "external"),
                Rules.forEnvironments("e").because("r").must(environment -> false, "environment"));

        assertThat(policy.findings(Checks.nightly(DEV, job -> job.uses(Redis.named("carts"))
                        .uses(ExternalService.named("mail").at("smtp", 25).build()))))
                .extracting(finding -> finding.rule() + " " + finding.subject() + " " + finding.message())
                .containsExactly(
                        "e  environment",
                        "j nightly job",
                        "r carts resource",
                        "w carts workload",
                        "w nightly workload",
                        "x mail external");
    }

    @Test
    void aPolicyIsPutTogetherFromRules() {
        Policy policy = Policy.standard().with(COST_CENTER).without("image-pinned");

        assertThat(Policy.standard().rules()).isEqualTo(IntentRules.all());
        assertThat(policy.rules())
                .hasSameSizeAs(IntentRules.all())
                .contains(COST_CENTER)
                .extracting(Rule::id)
                .isSorted()
                .doesNotContain("image-pinned");
        assertThat(Policy.standard().only("owner-set", "image-pinned")).hasToString("image-pinned, owner-set");
        assertThat(Policy.of().check(shop, TODAY).isClean()).isTrue();
    }

    @Test
    void twoRulesOfOneIdAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(COST_CENTER).with(COST_CENTER))
                .withMessage("two rules have the id 'cost-center-set'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(COST_CENTER, COST_CENTER))
                .withMessage("two rules have the id 'cost-center-set'");
    }

    @Test
    void theIdsOfWhatIsFoundAboutWaiversAreTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(
                        Rules.forServices("waiver-unused").because("r").must(service -> true, "m")))
                .withMessage("the id 'waiver-unused' belongs to what is found about waivers");
    }

    @Test
    void aRuleThatIsNotThereCannotBeTakenAway() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Policy.standard().only("image-pinned", "owner-set").without("image-pined"))
                .withMessage("no rule 'image-pined', only image-pinned, owner-set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(COST_CENTER).only("owner-set"))
                .withMessage("no rule 'owner-set', only cost-center-set");
    }

    @Test
    void aRuleThatFailsAtOneServiceStillFindsAtTheOthers() {
        Rule<EnvironmentPlan> rule = Rules.forServices("fails")
                .because("nobody is perfect")
                .check((service, findings) -> {
                    if (service.name().equals("orders")) {
                        throw new IllegalStateException("no\nidea"); // (throws)
                    }
                    findings.add(service.identity(), "found");
                });

        assertThat(Policy.of(rule).check(shop, TODAY).open())
                .extracting(finding -> finding.severity() + " " + finding.subject() + ": " + finding.message())
                .containsExactly(
                        LINES.cite("ERROR orders: the rule failed at {throws}: java.lang.IllegalStateException: no"),
                        "WARNING web: found");
    }

    @Test
    void aRuleThatFailsAltogetherDoesNotLoseTheFindingsOfOthers() {
        assertThat(Policy.of(new Broken(), COST_CENTER).check(shop, TODAY).open())
                .extracting(Finding::rule)
                .containsExactly("broken", "cost-center-set");
        assertThat(Policy.of(new Broken()).check(shop, TODAY)).hasToString(LINES.cite("""
                ERROR broken: dev: the rule failed at {broken}: java.lang.AssertionError: broken; fix: mend the rule
                1 finding"""));
    }

    @Test
    void aFindingCannotMatterMoreThanItsRuleSays() {
        Rule<EnvironmentPlan> rule = Rules.forEnvironments("modest")
                .because("others sort by it")
                .check((environment, findings) ->
                        findings.add(Severity.ERROR, environment.identity(), "found")); // (immodest)

        assertThat(Policy.of(rule).findings(shop))
                .extracting(Finding::message)
                .containsExactly(
                        LINES.cite("the rule failed at {immodest}: java.lang.IllegalArgumentException: a finding is"
                                + " ERROR, and the rule says at most WARNING"));
    }

    @Test
    void allEnvironmentsAreCheckedAtOnce() {
        Plan plan = Platform.named("shop")
                .environments(PROD, DEV)
                .services(Shop.service("orders", s -> {}))
                .build()
                .plan();

        assertThat(Policy.of(COST_CENTER).check(plan, TODAY).open())
                .extracting(Finding::environment)
                .containsExactly("dev", "prod");
        assertThat(Policy.of(COST_CENTER).check(plan, TODAY).in("prod"))
                .isEqualTo(Policy.of(COST_CENTER).check(plan.in("prod"), TODAY));
    }

    private record FewServices() implements Rule<EnvironmentPlan> {

        @Override
        public String id() {
            return "few-services";
        }

        @Override
        public String because() {
            return "a platform should fit into a head";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public List<Finding> check(EnvironmentPlan environment) {
            int services = environment.services().size();
            return services < 2
                    ? List.of()
                    : List.of(new Finding(
                            id(),
                            severity(),
                            environment.name(),
                            "",
                            "there are " + services + " services",
                            fix(),
                            Optional.empty()));
        }
    }

    private record Broken() implements Rule<EnvironmentPlan> {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String because() {
            return "it is";
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public List<Finding> check(EnvironmentPlan environment) {
            throw new AssertionError("broken"); // (broken)
        }
    }
}
