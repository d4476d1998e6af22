package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Policy;
import dev.idp.policy.Rules;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import dev.idp.policy.Waiver;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaiversTest {

    private static final Lines LINES = Lines.of(WaiversTest.class);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate DAY_AFTER = LAST_DAY.plusDays(1);
    private static final Policy OWNERS = Policy.standard().only("owner-set");

    @Test
    void aFindingIsWaivedUpToTheLastDay() {
        Verdict verdict = OWNERS.check(ownerless(DEV), LAST_DAY);

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.worst()).isEmpty();
        assertThat(verdict).hasToString("0 findings, 1 waived");
        assertThat(verdict.waived()).singleElement().satisfies(waived -> {
            assertThat(waived.waiver()).isEqualTo(new Waiver("it is being handed over", "carts", LAST_DAY));
            assertThat(waived)
                    .hasToString(
                            "WARNING owner-set: orders in dev: nobody owns it; fix: add ownedBy(team); waived until"
                                    + " 2026-06-30, by carts: it is being handed over");
        });
    }

    @Test
    void afterItsLastDayTheFindingIsOpenAndTheWaiverIsAnError() {
        Verdict verdict = OWNERS.check(ownerless(DEV), DAY_AFTER);

        assertThat(verdict.waived()).isEmpty();
        assertThat(verdict.worst()).contains(Severity.ERROR);
        assertThat(verdict).hasToString(LINES.cite("""
                ERROR waiver-expired: orders in dev: its waiver of owner-set, by carts, expired on 2026-06-30 (service \
                orders, {waiver}); fix: mend what it waives and remove it, or agree on a later day
                WARNING owner-set: orders in dev: nobody owns it; fix: add ownedBy(team)
                2 findings"""));
    }

    @Test
    void aWaiverHoldsForItsOwnWorkloadAndItsOwnRule() {
        EnvironmentPlan plan = Checks.plan(DEV, ownerless(), Shop.service("web", s -> {}));

        assertThat(OWNERS.check(plan, LAST_DAY).open())
                .extracting(Finding::subject)
                .containsExactly("web");
        assertThat(Policy.standard()
                        .only("owner-set", "requests-set")
                        .check(ownerless(DEV), LAST_DAY)
                        .open())
                .extracting(Finding::rule)
                .containsExactly("requests-set");
    }

    @Test
    void aWaiverThatNothingNeedsIsAWarning() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .ownedBy(Team.named("orders"))
                .waives("owner-set", "it is being handed over", "carts", LAST_DAY) // (unused)
                .build();

        assertThat(OWNERS.check(Checks.plan(DEV, orders), LAST_DAY)).hasToString(LINES.cite("""
                WARNING waiver-unused: orders in dev: its waiver of owner-set, by carts, is not needed (service orders, \
                {unused}); fix: remove it, or mend its id
                1 finding"""));
        assertThat(OWNERS.check(Checks.plan(DEV, orders), DAY_AFTER).open())
                .extracting(Finding::rule)
                .containsExactly("waiver-expired");
    }

    @Test
    void whatIsFoundAboutWaiversCannotBeWaived() {
        EnvironmentPlan plan = Checks.orders(DEV, s -> s.waives("waiver-unused", "we like it", "carts", LAST_DAY)
                .waives("waiver-expired", "we like it", "carts", LAST_DAY));

        assertThat(Policy.of().check(plan, LAST_DAY).open())
                .extracting(Finding::message)
                .containsExactly(
                        "its waiver of waiver-expired, by carts, is not needed",
                        "its waiver of waiver-unused, by carts, is not needed");
        Verdict again = Verdict.of(plan, Policy.of().check(plan, LAST_DAY).open(), LAST_DAY);
        assertThat(again.waived()).isEmpty();
    }

    @Test
    void aSharedLineIsNeededIfOneWorkloadNeedsIt() {
        ServicePath path = Paths.path("web", (service, environment) -> service.defaults()
                .waives("owner-set", "teams are being founded", "platform", LAST_DAY)); // (shared)
        Service owned = Shop.service("web", s -> s.on(path).ownedBy(Team.named("web")));
        Service ownerless = Shop.service("orders", s -> s.on(path));

        assertThat(OWNERS.check(Checks.plan(DEV, owned, ownerless), LAST_DAY).isClean())
                .isTrue();
        assertThat(OWNERS.check(Checks.plan(DEV, owned), LAST_DAY)).hasToString(LINES.cite("""
                WARNING waiver-unused: web in dev: its waiver of owner-set, by platform, is not needed (golden path web \
                1.0, {shared}); fix: remove it, or mend its id
                1 finding"""));
        assertThat(OWNERS.check(Checks.plan(DEV, owned, ownerless), DAY_AFTER).open())
                .extracting(finding -> finding.rule() + " " + finding.subject())
                .containsExactly("waiver-expired orders", "owner-set orders");
    }

    @Test
    void equalWaiversOnTwoLinesAreTwo() {
        Service owned = Service.named("web")
                .image("web:1")
                .ownedBy(Team.named("web"))
                .waives("owner-set", "it is being handed over", "carts", LAST_DAY)
                .build();

        assertThat(OWNERS.check(Checks.plan(DEV, owned, ownerless()), LAST_DAY).open())
                .extracting(finding -> finding.rule() + " " + finding.subject())
                .containsExactly("waiver-unused web");
    }

    @Test
    void aLineIsSharedAcrossEnvironments() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .in(PROD, s -> s.ownedBy(Team.named("orders")))
                .waives("owner-set", "nobody minds", "carts", LAST_DAY)
                .build();
        Plan plan = Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders)
                .build()
                .plan();

        assertThat(OWNERS.check(plan, LAST_DAY).isClean()).isTrue();
        assertThat(OWNERS.check(plan.in(PROD), LAST_DAY).open())
                .extracting(Finding::rule)
                .containsExactly("waiver-unused");
    }

    @Test
    void aWaiverThatLiftsAMandateIsNeeded() {
        assertThat(Policy.of().check(bounded(), LAST_DAY)).hasToString("0 findings");
    }

    @Test
    void anExpiredWaiverOfAMandateIsAnErrorSincePlanningWentThroughWithIt() {
        assertThat(Policy.of().check(bounded(), DAY_AFTER)).hasToString(LINES.cite("""
                ERROR waiver-expired: orders in prod: its waiver of two-copies, by carts, expired on 2026-06-30 and still \
                lifts that mandate (service orders, {mandate}); fix: mend what it waives and remove it, or agree on a later \
                day
                1 finding"""));
    }

    @Test
    void aSavedPlanHasTheSameVerdictWithoutLines() {
        ServicePath path = Paths.path("web", (service, environment) -> service.defaults()
                .waives("owner-set", "teams are being founded", "platform", LAST_DAY));
        Plan plan = Platform.named("shop")
                .environments(PROD, DEV)
                .services(
                        ownerless(),
                        Shop.service(
                                "web",
                                s -> s.on(path).ownedBy(Team.named("web")).runAsRoot("it opens port 1")),
                        Shop.service("cart", s -> s.on(path).replicas(1).waives("no-rule", "r", "o", LAST_DAY)))
                .build()
                .plan();
        Plan saved = Plan.fromJson(plan.toJson());

        for (LocalDate day : List.of(LAST_DAY, DAY_AFTER)) {
            Verdict before = Policy.standard().check(plan, day);
            Verdict after = Policy.standard().check(saved, day);
            assertThat(after.open())
                    .isNotEmpty()
                    .allMatch(finding -> finding.place().isEmpty())
                    .isEqualTo(
                            before.open().stream().map(WaiversTest::placeless).toList());
            assertThat(after.waived())
                    .isEqualTo(before.waived().stream()
                            .map(waived -> new Verdict.Waived(placeless(waived.finding()), waived.waiver()))
                            .toList());
        }
    }

    @Test
    void findingsOfOtherRulesGoThroughTheSameWaivers() {
        EnvironmentPlan plan =
                Checks.orders(DEV, s -> s.waives("host-path", "the agent reads logs", "carts", LAST_DAY));
        Finding finding = new Finding(
                "host-path", Severity.ERROR, "dev", "orders", "it mounts /var/log", "mount nothing", Optional.empty());
        Finding elsewhere = new Finding(
                "host-path", Severity.ERROR, "test", "orders", "it mounts /var/log", "mount nothing", Optional.empty());

        assertThat(Verdict.of(plan, List.of(finding, elsewhere), LAST_DAY).open())
                .containsExactly(elsewhere);
        assertThat(Verdict.of(
                                plan,
                                Stream.concat(Stream.of(finding), OWNERS.findings(plan).stream())
                                        .toList(),
                                LAST_DAY)
                        .open())
                .extracting(Finding::rule)
                .containsExactly("owner-set");
    }

    @Test
    void theOrderOfFindingsDoesNotMatter() {
        Plan plan = Platform.named("shop")
                .environments(PROD, DEV)
                .services(
                        Shop.service("web", s -> {}),
                        Shop.service("orders", s -> s.runAsRoot("it opens port 1")),
                        ownerless("cart"))
                .build()
                .plan();
        List<Finding> reversed = new ArrayList<>(Policy.standard()
                .with(Rules.forServices("grave")
                        .because("r")
                        .severity(Severity.ERROR)
                        .must(service -> false, "it is bad"))
                .findings(plan));
        Verdict verdict = Verdict.of(plan, reversed, LAST_DAY);
        Collections.reverse(reversed);
        reversed.addAll(List.copyOf(reversed));

        assertThat(Verdict.of(plan, reversed, LAST_DAY)).isEqualTo(verdict).hasSameHashCodeAs(verdict);
        assertThat(verdict.open()).extracting(Finding::environment).isSorted();
        assertThat(verdict.in("dev").open()).extracting(Finding::severity).startsWith(Severity.ERROR, Severity.ERROR);
        assertThat(verdict.open(Severity.ERROR))
                .hasSize(6)
                .extracting(Finding::rule)
                .containsOnly("grave");
        assertThat(verdict.in("dev").open(Severity.ERROR))
                .extracting(Finding::subject)
                .containsExactly("cart", "orders", "web");
    }

    private static Finding placeless(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.environment(),
                finding.subject(),
                finding.message(),
                finding.fix(),
                Optional.empty());
    }

    private static EnvironmentPlan ownerless(Environment environment) {
        return Checks.plan(environment, ownerless());
    }

    private static Service ownerless() {
        return ownerless("orders");
    }

    private static Service ownerless(String name) {
        return Service.named(name)
                .image(name + ":1")
                .waives("owner-set", "it is being handed over", "carts", LAST_DAY) // (waiver)
                .build();
    }

    private static EnvironmentPlan bounded() {
        Environment prod = Environment.named("prod")
                .mandates("two-copies", "one is none", s -> s.require(Settings.REPLICAS, Bound.atLeast(2)))
                .build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .waives("two-copies", "it cannot be doubled yet", "carts", LAST_DAY) // (mandate)
                .build();
        return Checks.plan(prod, orders);
    }
}
