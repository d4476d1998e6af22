package dev.idp.tests.testing.rule;

import static dev.idp.Settings.IMAGE;
import static dev.idp.Settings.REPLICAS;
import static dev.idp.testing.rule.PlatformRules.are;
import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.testing.rule.PlatformRules.noServices;
import static dev.idp.testing.rule.PlatformRules.services;

import dev.idp.Platform;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.testing.rule.EnvironmentRule;
import dev.idp.testing.rule.FrozenStore;
import dev.idp.testing.rule.WorkloadRule;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rules are meant to be used, as the documentation shows it. */
class UsageTest {

    private static final WorkloadRule PAYMENTS_ARE_READY = services()
            .that()
            .areNamed("payments")
            .and()
            .areInTier(Tier.PRODUCTION)
            .should()
            .beProbed()
            .andShould()
            .haveAtLeastReplicas(2)
            .because("no payment, no business")
            .as("payments-ready");

    private static final WorkloadRule PUBLIC_READS_NO_SECRETS = services()
            .that()
            .arePublic()
            .should()
            .readNoSecrets()
            .because("what the public reaches is broken into first")
            .as("public-reads-no-secrets");

    private static final EnvironmentRule STAGING_IS_A_REHEARSAL = environment("prod")
            .shouldOnlyDifferFrom("staging")
            .in(REPLICAS, IMAGE)
            .inHosts()
            .because("what was tried is what runs");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final Plan PLAN = Platform.named("shop")
            .environments(Shop.STAGING, Shop.PROD)
            .services(Shop.orders(), Shop.payments())
            .build()
            .plan();

    @Test
    void rulesReadAsSentences() {
        PAYMENTS_ARE_READY.check(PLAN);
        noServices()
                .that()
                .areOwnedBy("sales")
                .should()
                .call("payments")
                .because("sales takes no money")
                .allowEmpty()
                .check(PLAN);
        services()
                .that(are("short", service -> service.name().length() < 7))
                .should(be("readable", service -> service.name().matches("[a-z]+"), "its name is hard to say"))
                .because("names are said in meetings")
                .check(PLAN, TODAY);
    }

    @Test
    void rulesArePartOfAPolicy() {
        Policy.standard().with(PAYMENTS_ARE_READY.rule()).check(PLAN, TODAY);
    }

    @Test
    void environmentsRelate() {
        STAGING_IS_A_REHEARSAL.check(PLAN);
        environment("prod")
                .shouldBeAtLeastAsStrictAs("staging")
                .because("staging must not be the better place")
                .check(PLAN);
    }

    @Test
    void whatIsKnownIsFrozen(@TempDir Path directory) {
        FrozenStore known = FrozenStore.at(directory); // FrozenStore.inTestResources() in a module of one's own
        PUBLIC_READS_NO_SECRETS.frozenIn(known.readOnly(false).creating(true)).check(PLAN);

        PUBLIC_READS_NO_SECRETS.frozenIn(known).check(PLAN);
    }
}
