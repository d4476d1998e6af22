package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.jobs;
import static dev.idp.testing.rule.PlatformRules.noServices;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.testing.rule.PlatformRules.workloads;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.EnvironmentSettings;
import dev.idp.JsonForm;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.testing.rule.Demanded;
import dev.idp.testing.rule.FrozenStore;
import dev.idp.testing.rule.WorkloadRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that names what there is not would find nothing, so it fails, unless it may be about nothing. */
class MentionTest {

    private static final Setting<String> COLOUR = Setting.of("colour", JsonForm.TEXT);

    private static final Plan PLAN = Platform.named("shop")
            .environments(Shop.STAGING, Shop.PROD)
            .services(
                    Shop.orders(),
                    Shop.payments(),
                    Service.named("ledger").image("ledger:1").onlyIn(Shop.PROD).build())
            .build()
            .plan();

    @ParameterizedTest(name = "{0}")
    @MethodSource({"names", "custom"})
    void whatThePlatformLacksFailsUnlessItMay(Demanded<?, ?> demanded, String message) {
        WorkloadRule rule = demanded.because("it matters");

        assertThat(failureOf(() -> rule.check(PLAN)))
                .endsWith("because it matters,\nbut " + message + ", or say allowEmpty()");
        rule.allowEmpty().check(PLAN);
    }

    static Stream<Arguments> names() {
        String payments = "there is no service, job or external service 'paymentz': did you mean 'payments'?\n"
                + "fix: correct the name";
        return Stream.of(
                arguments(workloads().should().notCall("paymentz"), payments),
                arguments(noServices().should().call("paymentz"), payments),
                arguments(noServices().that().call("paymentz").should().beProbed(), payments),
                arguments(noServices().that().areCalledBy("paymentz").should().beProbed(), payments),
                arguments(
                        services().that().areNamed("payments").should().onlyBeCalledBy("orders", "ordrs"),
                        "there is no service, job or external service 'ordrs': did you mean 'orders'?\n"
                                + "fix: correct the name"),
                arguments(
                        services().that().areNamed("orders").should().onlyCall("payments", "zzz"),
                        "there is no service, job or external service 'zzz'\nfix: correct the name"),
                arguments(
                        noServices()
                                .that()
                                .areOwnedBy("mony")
                                .or()
                                .areOwnedBy("money")
                                .should()
                                .bePublic(),
                        "no workload is owned by 'mony': did you mean 'money'?\nfix: correct the name"),
                arguments(
                        services()
                                .that()
                                .areNamed("payments", "paymentz")
                                .should()
                                .beProbed(),
                        "there is no service or job 'paymentz': did you mean 'payments'?\nfix: correct the name"),
                arguments(
                        noServices().that().areIn("staging", "prd").should().have(Settings.SPREAD),
                        "there is no environment 'prd': did you mean 'prod'?\nfix: correct the name"));
    }

    static Stream<Arguments> custom() {
        String undecided = "nobody decided on colour for any workload\nfix: correct the setting";
        return Stream.of(
                arguments(services().should().notHave(COLOUR), undecided),
                arguments(noServices().that().have(COLOUR).should().beProbed(), undecided),
                arguments(noServices().should().haveEntry(COLOUR, "red"), undecided));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("never")
    void whatNoWorkloadCanHaveAlwaysFails(Demanded<?, ?> demanded, String message) {
        WorkloadRule rule = demanded.because("it matters").allowEmpty();

        assertThat(failureOf(() -> rule.check(PLAN))).endsWith("because it matters,\nbut " + message);
        assertThat(failureOf(() -> rule.check(PLAN.in("prod")))).endsWith("because it matters,\nbut " + message);
    }

    static Stream<Arguments> never() {
        return Stream.of(
                arguments(
                        services().should().notHave(Settings.USES),
                        "no planned workload has uses, of which planning makes the graph\n"
                                + "fix: say call(...), notCall(...) or onlyCall(...)"),
                arguments(
                        jobs().that().have(Settings.STARTS_AFTER).should().haveDeadline(),
                        "no planned workload has starts-after, of which planning makes the graph\n"
                                + "fix: ask the environment's graph, with are(...) or be(...)"),
                arguments(
                        services().should().notHave(EnvironmentSettings.DOMAIN_NAME),
                        "no workload has domain, which is said of environments\n"
                                + "fix: ask the environment, with are(...) or be(...)"));
    }

    @Test
    void whatAnotherEnvironmentHasIsNoMistakeInThisOne() {
        WorkloadRule rule =
                noServices().that().areNamed("orders").should().call("ledger").because("it matters");

        rule.check(PLAN);
        rule.check(PLAN.in("staging"));
        assertThat(rule.rule().check(PLAN.in("staging"))).isEmpty();
    }

    @Test
    void inAPolicyItIsNoFinding() {
        WorkloadRule rule = services().should().notCall("paymentz").because("it matters");

        assertThat(rule.rule().check(PLAN.in("prod"))).isEmpty();
    }

    @Test
    void aFrozenRuleFailsAsWell(@TempDir Path directory) {
        WorkloadRule rule =
                services().should().notCall("paymentz").because("it matters").as("no-payments");

        assertThat(failureOf(() -> rule.frozenIn(FrozenStore.at(directory)).check(PLAN)))
                .contains("there is no service, job or external service 'paymentz'");
    }
}
