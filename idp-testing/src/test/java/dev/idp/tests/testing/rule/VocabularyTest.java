package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.are;
import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.jobs;
import static dev.idp.testing.rule.PlatformRules.noServices;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.testing.rule.PlatformRules.workloads;
import static dev.idp.tests.testing.rule.Shop.failureOf;

import dev.idp.Settings;
import dev.idp.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Plan PLAN = Shop.plan();

    @Test
    void t() {
        var c = List.of(
                services().should().bePublic(),
                services().should().notBePublic(),
                services().should().beProbed(),
                services().should().haveAtLeastReplicas(2),
                services().should().onlyBeCalledBy(),
                services().should().beOwned(),
                services().should().call("payments"),
                services().should().notCall("payments"),
                services().should().onlyCall(),
                services().should().haveRequests(),
                services().should().haveMemoryLimit(),
                services().should().runAsNonRoot(),
                services().should().haveReadOnlyRoot(),
                services().should().readNoSecrets(),
                services().should().have(Settings.LIVENESS),
                services().should().notHave(Settings.ENV),
                services().should().have(Settings.REPLICAS, "of two", r -> r.minimum() == 2),
                services().should().haveEntry(Settings.LABEL, "team"),
                services().should(be("green", s -> s.name().equals("payments"), "it is red")),
                noServices().that().areOwnedBy("money").should().have(Settings.READINESS),
                services().should().beProbed().andShould().beOwned(),
                services()
                        .that(are("red", s -> s.name().startsWith("o")))
                        .should()
                        .beProbed()
                        .orShould()
                        .beOwned());
        for (var d : c) System.out.println(failureOf(() -> d.because("why not").check(PLAN)) + "\n");
        System.out.println(failureOf(
                        () -> jobs().should().haveDeadline().because("why not").check(PLAN)) + "\n");
        System.out.println(failureOf(
                        () -> workloads().should().beOwned().because("why not").check(PLAN)) + "\n");
        System.out.println(
                failureOf(() -> services()
                                .that()
                                .areOwnedBy("sales")
                                .should()
                                .beOwned()
                                .because("why not")
                                .check(PLAN)) + "\n");
    }
}
