package dev.idp.tests.resources;

import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Team;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.resources.Postgres;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

class SharedResourcesTest {

    private static final Team ORDERS = Team.named("orders");
    private static final Team BILLING = Team.named("billing");

    @Test
    void whatTwoServicesDeclareAlikeIsOne() {
        Supplied shop = Supplied.of(
                Shop.of(
                        service(
                                "orders",
                                it -> it.env("DB", Postgres.named("db").url())),
                        service("reports", it -> it.uses(Postgres.named("db")))),
                Shop.DEV);

        assertThat(shop.plan().services()).extracting(ServicePlan::name).containsExactly("db", "orders", "reports");
        assertThat(shop.plan().graph().edges())
                .hasToString("[orders -> db:tcp-postgresql, reports -> db:tcp-postgresql]");
        assertThat(shop.resource().users()).containsExactly("orders", "reports");
    }

    @Test
    void thePlanKnowsWhoUsesItAndWhyTeamsMay() {
        Postgres ledger = Postgres.named("ledger").ofClass("large").sharedBecause("one truth about money");

        ResourcePlan resource = Supplied.of(
                        Shop.of(
                                service("orders", it -> it.ownedBy(ORDERS).env("DB", ledger.url())),
                                service("billing", it -> it.ownedBy(BILLING).uses(ledger))),
                        Shop.DEV)
                .resource();

        assertThat(resource.users()).containsExactly("billing", "orders");
        assertThat(resource.sharedBecause()).isEqualTo("one truth about money");
        assertThat(resource.resourceClass()).isEqualTo("large");
        assertThat(resource.type()).isEqualTo("Postgres");
    }
}
