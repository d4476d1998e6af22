package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.environment;
import static dev.idp.tests.testing.rule.Shop.PROD;
import static dev.idp.tests.testing.rule.Shop.STAGING;
import static dev.idp.tests.testing.rule.Shop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import org.junit.jupiter.api.Test;

/** Two environments differ in what is named alone, or the rule lists each difference with the lines of both. */
class DifferingRelationTest {

    private static final Service PAYMENTS =
            Service.named("payments").image("payments:1").port(Port.http(8080)).build();

    private static final Service ORDERS = Service.named("orders")
            .image("orders:1")
            .port(Port.http(8080))
            .publicAt("orders")
            .env("LOG_LEVEL", "info")
            .env("SELF", "https://orders.staging.example/me")
            .in(PROD, service -> service.replicas(3)
                    .env("SELF", "https://orders.shop.example/me")
                    .env("LOG_LEVEL", "warn"))
            .in(STAGING, service -> service.image("orders:2"))
            .build();

    private static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(PROD, STAGING)
                .services(services)
                .build()
                .plan();
    }

    @Test
    void whatIsNamedMayDiffer() {
        environment("prod")
                .shouldOnlyDifferFrom("staging")
                .in(Settings.REPLICAS, Settings.IMAGE)
                .inEntries(Settings.ENV, "LOG_LEVEL")
                .inHosts()
                .because("what was tried is what runs")
                .check(plan(ORDERS));
    }

    @Test
    void everythingElseIsListedWithBothValuesAndBothLines() {
        assertThat(failureOf(() -> environment("prod")
                        .shouldOnlyDifferFrom("staging")
                        .in(Settings.IMAGE)
                        .because("what was tried is what runs")
                        .as("same-as-staging")
                        .check(plan(ORDERS))))
                .isEqualTo("""
                        Environment prod should only differ from staging in image,
                        because what was tried is what runs,
                        but 4 violations were found:
                          orders in prod: its env LOG_LEVEL is warn, in staging info
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: its env SELF is https://orders.shop.example/me, in staging https://orders.staging.example/me
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: its replicas is 3, in staging 1
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: its route orders/ is orders.shop.example/, in staging orders.staging.example/
                              service orders, DifferingRelationTest.java:LINE""");
    }

    @Test
    void hostsMayDifferButNotWhatIsBehindThem() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .in(PROD, service -> service.publicAt("www.shop.example")
                        .publicAt(Route.at("shop.example").below("/admin")))
                .in(STAGING, service -> service.publicAt("try.shop.example")
                        .publicAt(Route.at("old.shop.example").below("/old")))
                .build();

        assertThat(failureOf(() -> environment("prod")
                        .shouldOnlyDifferFrom("staging")
                        .inHosts()
                        .because("what was tried is what runs")
                        .check(plan(orders))))
                .isEqualTo("""
                        Environment prod should only differ from staging in hosts,
                        because what was tried is what runs,
                        but 2 violations were found:
                          orders in prod: it is public at shop.example/admin, not so in staging
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: it is not public as it is in staging, at old.shop.example/old
                              service orders, DifferingRelationTest.java:LINE; in staging: service orders in staging, DifferingRelationTest.java:LINE""");
    }

    @Test
    void callsAndStartsMayDifferWhereWhatMakesThemMay() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .in(PROD, service -> service.env("PAYMENTS_URL", PAYMENTS.url()).startsAfter(PAYMENTS))
                .build();
        Plan plan = plan(orders, PAYMENTS);

        assertThat(failureOf(() -> environment("prod")
                        .shouldOnlyDifferFrom("staging")
                        .because("what was tried is what runs")
                        .check(plan)))
                .isEqualTo("""
                        Environment prod should not differ from staging,
                        because what was tried is what runs,
                        but 3 violations were found:
                          orders in prod: its env PAYMENTS_URL is http://payments:8080, in staging not set
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: it calls payments, not so in staging
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE
                          orders in prod: it starts after payments, not so in staging
                              service orders in prod, DifferingRelationTest.java:LINE; in staging: service orders, DifferingRelationTest.java:LINE""");
        environment("prod")
                .shouldOnlyDifferFrom("staging")
                .inEntries(Settings.ENV, "PAYMENTS_URL")
                .in(Settings.STARTS_AFTER)
                .because("what was tried is what runs")
                .check(plan);
        assertThat(failureOf(() -> environment("staging")
                        .shouldOnlyDifferFrom("prod")
                        .in(Settings.ENV, Settings.USES)
                        .because("what was tried is what runs")
                        .check(plan)))
                .contains("but 1 violation was found:\n  orders in staging: in prod alone it starts after payments");
    }

    @Test
    void environmentsAndWhatTheyAreGivenAreCompared() {
        Environment staging = Environment.named("staging")
                .tier(Tier.STAGING)
                .domain("staging.example")
                .publicThrough(PublicEntry.named("traefik", "ingress-nginx"))
                .build();
        ExternalService bank =
                ExternalService.named("bank").at("bank.example", 443).build();
        Plan plan = Platform.named("shop")
                .environments(PROD, staging)
                .services(
                        PAYMENTS,
                        Service.named("ledger")
                                .image("ledger:1")
                                .onlyIn(PROD)
                                .uses(bank)
                                .build())
                .build()
                .plan();

        assertThat(failureOf(() -> environment("prod")
                        .shouldOnlyDifferFrom("staging")
                        .exceptFor("ledger")
                        .because("what was tried is what runs")
                        .check(plan)))
                .isEqualTo("""
                        Environment prod should not differ from staging except for ledger,
                        because what was tried is what runs,
                        but 2 violations were found:
                          prod: its public-entry is nginx in ingress-nginx, in staging traefik in ingress-nginx
                              environment prod, Shop.java:LINE; in staging: environment staging, DifferingRelationTest.java:LINE
                          prod: externals/bank is bank at bank.example:443, in staging not set
                              external service bank, DifferingRelationTest.java:LINE; in staging: environment staging, DifferingRelationTest.java:LINE""");
        environment("prod")
                .shouldOnlyDifferFrom("staging")
                .in(EnvironmentSettings.PUBLIC_ENTRY)
                .exceptFor("ledger", "bank")
                .because("what was tried is what runs")
                .check(plan);
    }

    @Test
    void whatAValueIsCalledDoesNotHideInWhatElseItDiffers() {
        String same = "x".repeat(130);
        Service payments = Service.named("payments")
                .image("payments:1")
                .ownedBy(Team.named("money").groups("a"))
                .port(Port.tcp(8080).named("pay"))
                .env("LONG", same + "1")
                .env("HOST", "pay.staging.example")
                .in(PROD, service -> service.ownedBy(Team.named("money").groups("a", "everybody"))
                        .port(Port.udp(8080).named("pay"))
                        .env("LONG", same + "2")
                        .env("HOST", "pay.shop.example"))
                .build();

        assertThat(failureOf(() -> environment("prod")
                        .shouldOnlyDifferFrom("staging")
                        .inHosts()
                        .because("what was tried is what runs")
                        .check(plan(payments))))
                .contains(
                        "but 3 violations were found:",
                        "payments in prod: its owner is {groups=[a, everybody], name=money}, in staging {groups=[a], name=money}\n",
                        "payments in prod: its port pay is {listening=8080, name=pay, protocol=UDP, reachedUnder=8080},"
                                + " in staging {listening=8080, name=pay, protocol=TCP, reachedUnder=8080}\n",
                        "payments in prod: its env LONG is ..." + "x".repeat(119) + "2, in staging ..."
                                + "x".repeat(119) + "1\n");
    }

    @Test
    void theDomainMayDifferWithinWhatHasSeveralParts() {
        Team ofStaging = Team.named("money").reachedAt("money@staging.example").groups("g@staging.example");
        Team ofProd = Team.named("money").reachedAt("money@shop.example").groups("g@shop.example");

        environment("prod")
                .shouldOnlyDifferFrom("staging")
                .inHosts()
                .because("what was tried is what runs")
                .check(plan(Service.named("payments")
                        .image("payments:1")
                        .ownedBy(ofStaging)
                        .in(PROD, service -> service.ownedBy(ofProd))
                        .build()));
    }
}
