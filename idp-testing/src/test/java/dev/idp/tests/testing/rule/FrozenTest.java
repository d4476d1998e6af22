package dev.idp.tests.testing.rule;

import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Memory;
import dev.idp.Service;
import dev.idp.plan.Plan;
import dev.idp.testing.rule.FrozenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known is tolerated, what is new is not, and what is mended is forgotten: the life of a frozen rule. */
class FrozenTest extends FrozenModule {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

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
                              service audit, FrozenModule.java:LINE
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
                              service orders, FrozenModule.java:LINE
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
                              service orders, FrozenModule.java:LINE
                        fix: add ownedBy(team)
                        to tolerate them for now, run the test once with -Didp.freeze=create where CI is not set""");
        assertThat(file()).doesNotExist();
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
    void aWaiverThatIsOverIsNeverFrozen() {
        freeze("orders");
        Plan over = plan(Service.named("orders")
                .image("orders:1")
                .waives("is-owned", "it is being sold", "sales", TODAY.minusDays(1))
                .build());

        for (FrozenStore any :
                List.of(store, FrozenStore.at(module.resolve("other")).creating(true))) {
            assertThat(failureOf(() -> OWNED.frozenIn(any.readOnly(false)).check(over, TODAY)))
                    .contains("orders in prod: its waiver of is-owned, by sales, expired on 2026-05-31")
                    .doesNotContain("added to it by hand");
        }
        assertThat(module.resolve("other")).doesNotExist();
    }
}
