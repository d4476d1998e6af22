package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.are;
import static dev.idp.testing.rule.PlatformRules.be;
import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.testing.rule.Frozen;
import dev.idp.testing.rule.FrozenStore;
import dev.idp.testing.rule.WorkloadRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known is tolerated, what is new is not, and what is mended is forgotten: the life of a frozen store. */
class FrozenTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final WorkloadRule OWNED =
            services().should().beOwned().because("somebody must be called").as("is-owned");

    private static final Path DIRECTORY = Path.of("frozen");

    private final List<String> printed = new ArrayList<>();

    @TempDir
    private Path module;

    private FrozenStore store;

    @BeforeEach
    void developLocally() {
        store = FrozenStore.at(module.resolve(DIRECTORY))
                .readOnly(false)
                .creating(false)
                .printingTo(line -> printed.add(line.replace(module.toString(), "MODULE")));
    }

    private static Plan unowned(String... names) {
        return plan(Arrays.stream(names)
                .map(name -> Service.named(name).image(name + ":1").build())
                .toArray(Service[]::new));
    }

    private static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(services)
                .services(Service.named("mail")
                        .image("mail:1")
                        .ownedBy(Team.named("office"))
                        .build())
                .build()
                .plan();
    }

    private Path file() {
        return module.resolve(DIRECTORY).resolve("is-owned.txt");
    }

    private void freeze(String... names) {
        OWNED.frozenIn(store.creating(true)).check(unowned(names));
    }

    private String failure(FrozenStore in, Plan plan) {
        return failureOf(() -> OWNED.frozenIn(in).check(plan)).replace(module.toString(), "MODULE");
    }

    @Test
    void freezingWritesOneLineForEachViolationByItsPath() {
        freeze("orders", "audit");

        assertThat(file()).hasContent("""
                        # What violates is-owned and is tolerated for now. It only ever shrinks.
                        # The rule exists because somebody must be called
                        prod services/audit/owner
                        prod services/orders/owner
                        """);
        assertThat(module.resolve(DIRECTORY)).isDirectoryContaining(path -> path.equals(file()));
        assertThat(printed).containsExactly("froze 2 violations of is-owned in MODULE/frozen/is-owned.txt");
    }

    @Test
    void whatIsFrozenIsToleratedWhereverItsLineGoesAndItsSizeIsPrinted() {
        freeze("orders");

        Plan moved = plan(Service.named("orders")
                .image("orders:2")
                .memory(Memory.mebibytes(64))
                .build());
        OWNED.frozenIn(store).check(moved);
        OWNED.frozenIn(store.readOnly(true)).check(moved);

        assertThat(printed)
                .endsWith(
                        "1 frozen violation left of is-owned in MODULE/frozen/is-owned.txt",
                        "1 frozen violation left of is-owned in MODULE/frozen/is-owned.txt");
    }

    @Test
    void whatIsNewFailsAndIsNeverAdded() throws IOException {
        freeze("orders");
        String before = Files.readString(file());

        assertThat(failure(store.creating(true), unowned("orders", "audit"))).isEqualTo("""
                        Services should be owned,
                        because somebody must be called,
                        but 1 violation is not among the 1 frozen in MODULE/frozen/is-owned.txt:
                          audit in prod: nobody owns it
                              service audit, FrozenTest.java:LINE
                        fix: add ownedBy(team)
                        a frozen store never grows; what must be tolerated as well is added to it by hand:
                          prod services/audit/owner""");
        assertThat(file()).hasContent(before);
    }

    @Test
    void whatIsMendedIsTakenOut() {
        freeze("orders", "audit", "ads");

        OWNED.frozenIn(store).check(unowned("orders"));

        assertThat(file()).content().endsWith("\nprod services/orders/owner\n").doesNotContain("audit");
        assertThat(printed).endsWith("1 of 3 frozen violations left of is-owned in MODULE/frozen/is-owned.txt");
        assertThat(failure(store, unowned("orders", "audit"))).contains("but 1 violation is not among the 1 frozen");
    }

    @Test
    void whatIsMendedStaysFrozenWhileSomethingNewFails() {
        freeze("orders", "audit");

        failure(store, unowned("orders", "ads"));

        assertThat(file()).content().contains("audit");
    }

    @Test
    void theFileGoesWithItsLastViolation() {
        freeze("orders");

        OWNED.frozenIn(store).check(plan());

        assertThat(file()).doesNotExist();
        assertThat(printed)
                .endsWith("0 of 1 frozen violations left of is-owned in MODULE/frozen/is-owned.txt,"
                        + " which is removed: the rule need not be frozen any more");
        OWNED.frozenIn(store.readOnly(true)).check(plan());
    }

    @Test
    void nothingIsWrittenWhereCiIsSet() throws IOException {
        freeze("orders", "audit");
        String before = Files.readString(file());

        assertThat(failure(store.readOnly(true), unowned("orders"))).isEqualTo("""
                        Services should be owned,
                        because somebody must be called,
                        but 1 of the 2 violations frozen in MODULE/frozen/is-owned.txt is mended:
                          prod services/audit/owner
                        fix: run the test where CI is not set, which takes it out, and commit the file""");
        assertThat(file()).hasContent(before);
    }

    @Test
    void nothingIsFrozenWhereCiIsSet() {
        assertThat(failure(store.readOnly(true).creating(true), unowned("orders")))
                .isEqualTo("""
                        Services should be owned,
                        because somebody must be called,
                        but nothing is frozen where CI is set:
                          orders in prod: nobody owns it
                              service orders, FrozenTest.java:LINE
                        fix: add ownedBy(team)""");
        assertThat(file()).doesNotExist();
    }

    @Test
    void nothingIsFrozenUnlessThatIsAskedFor() {
        assertThat(failure(store, unowned("orders"))).isEqualTo("""
                        Services should be owned,
                        because somebody must be called,
                        but 1 violation was found, and nothing is frozen in MODULE/frozen/is-owned.txt:
                          orders in prod: nobody owns it
                              service orders, FrozenTest.java:LINE
                        fix: add ownedBy(team)
                        to tolerate them for now, run the test once with -Didp.freeze=create where CI is not set""");
        assertThat(file()).doesNotExist();
    }

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
    void whatIsWaivedNeedsNotBeFrozenAndStaysSoIfItWas() {
        freeze("orders");
        Plan waived = plan(
                Service.named("orders")
                        .image("orders:1")
                        .waives("is-owned", "it is being sold", "sales", TODAY)
                        .build(),
                Service.named("audit")
                        .image("audit:1")
                        .waives("is-owned", "it is being sold", "sales", TODAY)
                        .build());

        OWNED.frozenIn(store).check(waived, TODAY);

        assertThat(file()).content().contains("orders").doesNotContain("audit");
        assertThat(failure(store, waived)).contains("audit in prod: nobody owns it");
    }

    @Test
    void whatARuleThrowsIsNeitherFrozenNorTakenForMended() {
        WorkloadRule broken = services()
                .that(are("odd", service -> {
                    throw new IllegalStateException("no idea");
                }))
                .should()
                .beOwned()
                .because("somebody must be called")
                .as("is-owned");

        assertThat(failureOf(() -> broken.frozenIn(store.creating(true)).check(unowned("orders"))))
                .contains("but what the rule cannot look at cannot be frozen:\n  mail in prod: the rule failed at");
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
                .should(be("red", service -> false, "it is not red"))
                .andShould(be("blue", service -> service.image().toString().equals("orders:1"), "it is not blue"))
                .because("it matters")
                .as("is-owned");
        twice.frozenIn(store.creating(true))
                .check(plan(Service.named("mail2").image("orders:1").build()));

        assertThat(failureOf(() -> twice.frozenIn(store)
                        .check(plan(Service.named("mail2").image("orders:2").build()))))
                .contains("but 2 violations are not among the 3 frozen")
                .contains("mail2 in prod: it is not red", "mail2 in prod: it is not blue");
    }
}
