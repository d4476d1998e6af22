package dev.idp.tests.resources;

import static dev.idp.Tier.DEVELOPMENT;
import static dev.idp.Tier.PRODUCTION;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Match;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.resources.Postgres;
import dev.idp.spi.Provisioner;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which provisioner supplies a resource, where several could. */
class ProvisionerChoiceTest {

    private static final Lines LINES = Lines.of(ProvisionerChoiceTest.class);

    private static final Postgres ORDERS_DB = Postgres.named("orders-db").ofClass("large");

    private static final Service ORDERS = Shop.service("orders", orders -> orders.env("DB_HOST", ORDERS_DB.host()));

    /** Each is told from the others by its host. */
    private static Provisioner<Postgres> at(String host) {
        return Postgres.existingAt(host, 5432);
    }

    private static String host(Platform.Builder platform, Environment environment) {
        EnvironmentPlan plan = platform.environments(environment)
                .services(ORDERS)
                .build()
                .plan()
                .in(environment);
        return plan.service("orders").env().get("DB_HOST").toString();
    }

    private static Environment.Builder prod() {
        return Environment.named("prod").tier(PRODUCTION);
    }

    @Test
    void theEnvironmentsIsStrongerThanThePlatformsHoweverMuchThatSays() {
        String host = host(
                Platform.named("shop").provides(Postgres.class, "orders-db", at("platform.example")),
                prod().provides(Postgres.class, at("environment.example")).build());

        assertThat(host).isEqualTo("environment.example");
    }

    @Test
    void aNameIsStrongerThanAClassAClassThanATierATierThanNothing() {
        record Said(Match match, Provisioner<Postgres> provisioner) {}
        List<Said> weakestFirst = List.of(
                new Said(Match.any(), at("any.example")),
                new Said(Match.any().in(PRODUCTION), at("tier.example")),
                new Said(Match.any().ofClass("large"), at("class.example")),
                new Said(Match.any().ofClass("large").in(PRODUCTION), at("class-in-tier.example")),
                new Said(Match.any().named("orders-db"), at("name.example")));
        Environment.Builder prod = prod();

        StringBuilder winners = new StringBuilder();
        for (Said said : weakestFirst) {
            prod.provides(Postgres.class, said.match(), said.provisioner());
            winners.append(host(Platform.named("shop"), prod.build())).append(' ');
        }

        assertThat(winners).hasToString("any.example tier.example class.example class-in-tier.example name.example ");
    }

    @Test
    void whatIsMeantForOthersIsNotChosen() {
        String host = host(
                Platform.named("shop").provides(Postgres.class, at("platform.example")),
                prod().provides(Postgres.class, Match.any().ofClass("small"), at("small.example"))
                        .provides(Postgres.class, Match.any().in(DEVELOPMENT), at("dev.example"))
                        .build());

        assertThat(host).isEqualTo("platform.example");
    }

    @Test
    void ofTwoThatSayAsMuchNeitherIsChosen() {
        Environment prod = prod().provides(Postgres.class, Match.any().ofClass("large"), at("a.example")) // (tie-a)
                .provides(Postgres.class, Match.any().ofClass("large"), Postgres.inCluster()) // (tie-b)
                .build();

        assertThat(report(Shop.in(prod, ORDERS))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders-db in prod: it is supplied twice, by existing-postgres and by in-cluster-postgres
                      first  {tie-a}
                      second {tie-b}
                      fix    remove one, or say for which resource each is: provides(Postgres.class, "orders-db", ...)"""));
    }

    @Test
    void theChoiceIsExplainedWithAllThatCouldHaveBeen() {
        Environment prod = prod().provides(Postgres.class, Match.any().ofClass("large"), at("large.example")) // (large)
                .provides(Postgres.class, at("any.example")) // (any)
                .build();

        EnvironmentPlan plan = Platform.named("shop")
                .provides(Postgres.class, Postgres.inCluster()) // (platform)
                .environments(prod)
                .services(ORDERS)
                .build()
                .plan()
                .in(prod);

        assertThat(plan.resources().get(0).explain().toText()).isEqualTo(LINES.cite("""
                resource orders-db
                  /provisioner = existing-postgres
                    from   resources/orders-db/provisioner
                      set    existing-postgres by environment prod: for class large, {large}
                      lost   existing-postgres by environment prod, {any}
                      lost   in-cluster-postgres by platform shop, {platform}
                      lost   in-cluster-postgres by default of Postgres: no environment says what supplies it"""));
    }
}
