package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Resource;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.resources.Redis;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.tests.Shop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipRulesTest {

    private static final Checks OWNER = Checks.of(OwnershipRulesTest.class, "owner-set");
    private static final Checks EXTERNAL = Checks.of(OwnershipRulesTest.class, "external-owner-set");
    private static final Checks SHARED = Checks.of(OwnershipRulesTest.class, "resource-not-shared-across-teams");

    private static final Team CARTS = Team.named("carts");
    private static final Team ORDERS = Team.named("orders");

    @Test
    void aWorkloadWithoutAnOwnerIsFound() {
        OWNER.finds(Checks.orders(DEV, s -> {}), """
                WARNING owner-set: orders in dev: nobody owns it; fix: add ownedBy(team)""");
        OWNER.finds(Checks.nightly(DEV, job -> {}), """
                WARNING owner-set: nightly in dev: nobody owns it; fix: add ownedBy(team)""");
        OWNER.findsNothing(Checks.orders(DEV, s -> s.ownedBy(ORDERS)));
    }

    @Test
    void anOwnerThatWasTakenAwayCitesTheLine() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .ownedBy(ORDERS)
                .in(DEV, s -> s.unset(Settings.OWNER)) // (unset)
                .build();

        OWNER.finds(Checks.plan(DEV, orders), """
                WARNING owner-set: orders in dev: nobody owns it (service orders in dev, {unset}); fix: add ownedBy(team)""");
    }

    @Test
    void anExternalServiceWithoutAnOwnerIsFound() {
        ExternalService mail = ExternalService.named("mail").at("smtp", 25).build(); // (mail)
        ExternalService owned =
                ExternalService.named("mail").at("smtp", 25).ownedBy("it-ops").build();

        EXTERNAL.finds(Checks.orders(DEV, s -> s.uses(mail)), """
                WARNING external-owner-set: mail in dev: nobody is known to own it (external service mail, {mail}); fix: \
                add ownedBy(...) to the external service""");
        EXTERNAL.findsNothing(Checks.orders(DEV, s -> s.uses(owned)));
    }

    @Test
    void whatAProvisionerBroughtBelongsToWhoeverProvidesTheResource() {
        Environment test = Environment.named("test")
                .provides(Redis.class, Redis.existingAt("redis.example", 6379))
                .build();

        EXTERNAL.findsNothing(Checks.orders(test, s -> s.uses(Redis.named("carts"))));
    }

    @Test
    void aResourceOfTwoTeamsNeedsAReason() {
        Environment dev = Environment.named("dev")
                .provides(Ledger.class, new Paper()) // (paper)
                .build();

        SHARED.finds(sharing(dev, new Ledger(Optional.empty()), CARTS, ORDERS), """
                WARNING resource-not-shared-across-teams: ledger in dev: 2 teams use it: carts by web, orders by batch and \
                orders (environment dev, {paper}); fix: give each team its own, or say sharedBecause(...) of the resource""");
        SHARED.findsNothing(sharing(dev, new Ledger(Optional.of("the auditors want one")), CARTS, ORDERS));
        SHARED.findsNothing(sharing(dev, new Ledger(Optional.empty()), ORDERS, ORDERS));
    }

    @Test
    void whoHasNoOwnerIsNoTeam() {
        Environment dev =
                Environment.named("dev").provides(Ledger.class, new Paper()).build();
        Ledger ledger = new Ledger(Optional.empty());

        SHARED.findsNothing(
                Checks.plan(dev, Shop.service("orders", s -> s.uses(ledger)), Shop.service("web", s -> s.uses(ledger)
                        .ownedBy(CARTS))));
    }

    private static EnvironmentPlan sharing(Environment environment, Ledger ledger, Team web, Team orders) {
        return Platform.named("shop")
                .environments(environment)
                .services(
                        Shop.service("orders", s -> s.uses(ledger).ownedBy(orders)),
                        Shop.service("batch", s -> s.uses(ledger).ownedBy(orders)),
                        Shop.service("web", s -> s.uses(ledger).ownedBy(web)))
                .build()
                .plan()
                .in(environment);
    }

    /** Something to write in. */
    private record Ledger(Optional<String> sharedBecause) implements Resource {

        @Override
        public String name() {
            return "ledger";
        }

        @Override
        public String type() {
            return "Ledger";
        }
    }

    /** Something to make it of. */
    private static final class Paper implements Provisioner<Ledger> {

        @Override
        public String id() {
            return "paper";
        }

        @Override
        public Provision provision(Ledger resource, Environment environment) {
            return Provision.builder().build();
        }
    }
}
