package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.are;
import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.testing.rule.PlatformRules.noServices;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.testing.rule.EnvironmentRule;
import dev.idp.testing.rule.Frozen;
import dev.idp.testing.rule.FrozenStore;
import dev.idp.testing.rule.WorkloadRule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a frozen store holds, where it is, and what is wrong with it. */
class FrozenStoreTest extends FrozenModule {

    @Test
    void aBrokenFileSaysWhere() throws IOException {
        freeze("orders");
        Files.writeString(file(), Files.readString(file()) + "\n<<<<<<< HEAD\n");

        assertThat(failure(store, unowned("orders")))
                .isEqualTo("MODULE/frozen/is-owned.txt:5: '<<<<<<< HEAD' is no frozen violation:"
                        + " expected an environment, a blank, and a path");
    }

    @Test
    void aFileOfARuleThatIsGoneIsReported() throws IOException {
        freeze("orders");
        Files.writeString(module.resolve(DIRECTORY).resolve("was-owned.txt"), "prod services/orders/owner\n");
        Frozen owned = OWNED.frozenIn(store);

        assertThat(failureOf(() -> store.requireOnly(owned)).replace(module.toString(), "MODULE"))
                .isEqualTo("""
                        Expected a rule for every file in MODULE/frozen, but there is none for:
                          MODULE/frozen/was-owned.txt
                        fix: remove the file of a rule that is gone, rename that of a rule with a new name""");
        Files.delete(module.resolve(DIRECTORY).resolve("was-owned.txt"));
        store.requireOnly(owned);
    }

    @Test
    void whatARuleThrowsIsNeitherFrozenNorTakenForMended() {
        WorkloadRule broken = broken();

        assertThat(failureOf(() -> broken.frozenIn(store.creating(true)).check(unowned("orders"))))
                .contains("but this cannot be frozen:\n  mail in prod: the rule failed at");
        freeze("orders");
        assertThat(failureOf(() -> broken.frozenIn(store).check(unowned("orders"))))
                .contains("but 2 violations are not among the 1 frozen");
        assertThat(file()).content().contains("orders");
    }

    @Test
    void aPolicyIsFrozenRuleByRule() {
        Policy policy = Policy.standard().only("owner-set", "requests-set", "public-means-tls");
        Plan plan = unowned("orders");

        assertThat(failureOf(() -> store.freeze(policy).check(plan)).replace(module.toString(), "MODULE"))
                .contains("""
                        Rule owner-set must hold,
                        because somebody must be called when it fails,
                        but 1 violation was found, and nothing is frozen in MODULE/frozen/owner-set.txt:
                          orders in prod: nobody owns it
                        fix: add ownedBy(team)
                        """)
                .contains("Rule requests-set must hold,");
        store.creating(true).freeze(policy).check(plan);

        store.readOnly(true).freeze(policy).check(plan);
        store.requireOnly(store.freeze(policy));
        assertThat(module.resolve(DIRECTORY)).isDirectoryNotContaining("glob:**public-means-tls.txt");
        assertThat(module.resolve(DIRECTORY).resolve("owner-set.txt")).content().endsWith("\nprod orders\n");
    }

    @Test
    void aFrozenRuleNeedsAName() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        services().should().beOwned().because("it matters").frozenIn(store))
                .withMessage("a rule that is frozen needs a name that outlives its sentence, say as(\"...\"):"
                        + " services should be owned");
    }

    @Test
    void theStoreOfAModuleIsInItsTestResources() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> FrozenStore.inModule(module))
                .withMessage("there is no src/test in " + module
                        + ": run tests in the directory of their module, or say FrozenStore.inModule(directory)");

        Files.createDirectories(module.resolve("src/test/java"));
        OWNED.frozenIn(FrozenStore.inModule(module)
                        .readOnly(false)
                        .creating(true)
                        .printingTo(printed::add))
                .check(unowned("orders"));

        assertThat(module.resolve("src/test/resources/frozen/is-owned.txt")).exists();
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void aPropertyAsksForFilesToBeMade() {
        System.setProperty(FrozenStore.PROPERTY, "create");
        try {
            FrozenStore asked =
                    FrozenStore.at(module.resolve(DIRECTORY)).readOnly(false).printingTo(printed::add);
            OWNED.frozenIn(asked).check(unowned("orders"));
        } finally {
            System.clearProperty(FrozenStore.PROPERTY);
        }

        assertThat(file()).exists();
    }

    @Test
    void anEmptyFileIsOfNoUse() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "# nothing\n");

        assertThat(failure(store.readOnly(true), plan())).isEqualTo("""
                        Services should be owned,
                        because somebody must be called,
                        but nothing is frozen any more in MODULE/frozen/is-owned.txt
                        fix: remove the file""");
        OWNED.frozenIn(store).check(plan());
        assertThat(file()).doesNotExist();
    }

    @Test
    void severalViolationsAtOnePathAreCounted() {
        WorkloadRule twice = services()
                .should(be("pretty", service -> false, "it is not red"))
                .andShould(be("pretty", service -> service.image().toString().equals("orders:1"), "it is not blue"))
                .because("it matters")
                .as("is-owned");
        twice.frozenIn(store.creating(true))
                .check(plan(Service.named("mail2").image("orders:1").build()));

        assertThat(failureOf(() -> twice.frozenIn(store)
                        .check(plan(Service.named("mail2").image("orders:2").build()))))
                .contains("but 2 violations are not among the 3 frozen")
                .contains("mail2 in prod: it is not red", "mail2 in prod: it is not blue");
    }

    @Test
    void demandsOfOnesOwnAreFrozenUnderTheirDescriptions() {
        WorkloadRule sized = services()
                .that()
                .areNamed("orders")
                .should(be("given CPU", service -> service.get(Settings.CPU).isPresent(), "it has no CPU"))
                .andShould(be(
                        "given memory", service -> service.get(Settings.MEMORY).isPresent(), "it has no memory"))
                .because("it matters")
                .as("is-owned");
        sized.frozenIn(store.creating(true))
                .check(plan(Service.named("orders")
                        .image("orders:1")
                        .memory(Memory.mebibytes(64))
                        .build()));
        assertThat(file()).content().endsWith("\nprod services/orders/be given CPU\n");

        assertThat(failureOf(() -> sized.frozenIn(store)
                        .check(plan(Service.named("orders")
                                .image("orders:1")
                                .cpu(Cpu.millis(100))
                                .build()))))
                .contains("but 1 violation is not among the 1 frozen")
                .contains("orders in prod: it has no memory")
                .endsWith("\n  prod services/orders/be given memory");
    }

    @Test
    void whatIsForbiddenIsFrozenUnderAPathOfItsOwn() {
        WorkloadRule none = noServices()
                .that()
                .areNamed("orders")
                .should()
                .onlyCall()
                .orShould()
                .onlyBeCalledBy()
                .orShould()
                .readNoSecrets()
                .orShould()
                .haveRequests()
                .orShould()
                .haveMemoryLimit()
                .because("it matters")
                .as("is-owned");

        none.frozenIn(store.creating(true))
                .check(plan(Service.named("orders")
                        .image("orders:1")
                        .cpu(Cpu.millis(100))
                        .memory(Memory.mebibytes(64), Memory.mebibytes(64))
                        .build()));

        assertThat(file()).content().endsWith("""
                        prod services/orders/called-by
                        prod services/orders/calls
                        prod services/orders/limits
                        prod services/orders/requests
                        prod services/orders/secrets
                        """);
    }

    @Test
    void relationsBetweenEnvironmentsAreFrozenAsWell() {
        EnvironmentRule same = environment("prod")
                .shouldOnlyDifferFrom("staging")
                .inHosts()
                .because("what was tried is what runs")
                .as("same-as-staging");
        Plan plan = Platform.named("shop")
                .environments(Shop.STAGING, Shop.PROD)
                .services(Service.named("orders")
                        .image("orders:1")
                        .in(Shop.PROD, service -> service.env("LOG_LEVEL", "warn"))
                        .build())
                .build()
                .plan();

        same.frozenIn(store.creating(true)).check(plan);
        same.frozenIn(store.readOnly(true)).check(plan);

        assertThat(module.resolve(DIRECTORY).resolve("same-as-staging.txt"))
                .content()
                .endsWith("\nprod services/orders/env/LOG_LEVEL\n");
    }

    @Test
    void whatARuleThrowsAndAWaiverCoversTakesNothingOut() {
        LocalDate today = LocalDate.of(2026, 6, 1);
        freeze("orders");
        Plan waived = Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(Service.named("orders")
                        .image("orders:1")
                        .waives("is-owned", "it is being sold", "sales", today)
                        .build())
                .build()
                .plan();

        broken().frozenIn(store).check(waived, today);

        assertThat(file()).content().contains("orders");
    }

    private static WorkloadRule broken() {
        return services()
                .that(are("odd", service -> {
                    throw new IllegalStateException("no idea");
                }))
                .should()
                .beOwned()
                .because("somebody must be called")
                .as("is-owned");
    }
}
