package dev.idp.tests.parts;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Image;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServiceRef;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.spi.Part;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** What a part needs of others: a service of a name, with certain ports. */
class PartNeedsTest {

    private static final Lines LINES = Lines.of(PartNeedsTest.class);

    private static final Part PAYMENTS = Piece.of("example:payments", part -> {
        ServiceRef orders = part.needs("orders", Port.http(8080).servedOn(80)); // (needed)
        part.services(Shop.service("payments", it -> it.env("ORDERS", orders.url("http"))));
    });

    private static Platform.Builder shop(Part... parts) {
        return Platform.named("shop").environments(DEV).parts(parts);
    }

    @Test
    void whatIsNeededIsSuppliedByThePlatform() {
        Service orders = Shop.service("orders", it -> it.port(Port.http(9999).servedOn(80)));

        EnvironmentPlan dev = shop(PAYMENTS).services(orders).build().plan().in(DEV);

        assertThat(dev.graph().edges()).hasToString("[payments -> orders:http]");
        assertThat(dev.service("payments").env().get("ORDERS")).hasToString("http://orders:80");
    }

    @Test
    void orByAnotherPart() {
        Part orders = Piece.of(
                "example:orders",
                part -> part.services(
                        Shop.service("orders", it -> it.port(Port.http(8080).servedOn(80)))));

        assertThat(shop(PAYMENTS, orders).build().plan())
                .isEqualTo(shop(orders, PAYMENTS).build().plan());
    }

    @Test
    void whatNobodySuppliesIsReportedWithTheClosestName() {
        Service almost = Shop.service("order", it -> it.port(Port.http(80)));
        Part lonely = Piece.of("example:lonely", part -> {
            part.needs("orders"); // (lonely)
            part.services(Shop.service("lonely", it -> {}));
        });

        assertThat(Shop.report(shop(lonely).services(almost).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part example:lonely 1.0 in dev: it needs service 'orders', which nobody supplies
                      needed {lonely}
                      fix    did you mean 'order'?"""));
    }

    @Test
    void aServiceThatIsOnlyElsewhereDoesNotCount() {
        Service orders = Shop.service("orders", it -> it.port(Port.http(80)).onlyIn(PROD));
        Part lonely = Piece.of("example:lonely", part -> {
            part.needs("orders"); // (nowhere)
            part.services(Shop.service("lonely", it -> {}));
        });

        assertThat(Shop.report(shop(lonely).environments(PROD).services(orders).build()))
                .isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part example:lonely 1.0 in dev: it needs service 'orders', which nobody supplies
                      needed {nowhere}
                      fix    add a service of that name, or take a part that has it"""));
    }

    @Test
    void anotherPortIsNotTheOne() {
        Service orders = Service.named("orders") // (supplied)
                .image("orders:1")
                .port(Port.http(80).servedOn(8080))
                .port(Port.grpc(90))
                .build();

        assertThat(Shop.report(shop(PAYMENTS).services(orders).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part example:payments 1.0 in dev: it needs port http (HTTP 80) of orders, which has port grpc (GRPC 90), port http (HTTP 8080)
                      needed   {needed}
                      supplied {supplied}
                      fix      let the service have that port, or take a version of the part that fits"""));
    }

    @Test
    void aServiceWithoutPortsIsNotTheOne() {
        assertThat(Shop.report(shop(PAYMENTS)
                        .services(Shop.service("orders", it -> {}))
                        .build()))
                .contains("it needs port http (HTTP 80) of orders, which has no port");
    }

    @Test
    void aJobIsNoService() {
        Part lonely = Piece.of("example:lonely", part -> part.needs("orders")); // (job-needed)
        Job orders = Job.named("orders").image("orders:1").build(); // (job)

        assertThat(Shop.report(shop(lonely).jobs(orders).build())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part example:lonely 1.0 in dev: it needs service 'orders', which is a job
                      needed   {job-needed}
                      supplied {job}
                      fix      add a service of that name, or take a part that has it"""));
    }

    @Test
    void aPartCanBePlannedAlone() {
        Plan plan = shop(PAYMENTS).stubbingNeeds().build().plan();

        ServicePlan stub = plan.in(DEV).service("orders");
        assertThat(stub.image()).isEqualTo(new Image("stub.invalid/orders:contract"));
        assertThat(stub.entries(Settings.PORT)).containsOnlyKeys("http");
        assertThat(stub.identity().winner().orElseThrow().source())
                .hasToString("stub: what part example:payments 1.0 needs, " + LINES.at("needed"));
        assertThat(plan.in(DEV).service("payments").env().get("ORDERS")).hasToString("http://orders:80");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void noStubStandsInForWhatIsThere() {
        Service orders = Shop.service("orders", it -> it.port(Port.http(80)));

        EnvironmentPlan dev =
                shop(PAYMENTS).services(orders).stubbingNeeds().build().plan().in(DEV);

        assertThat(dev.service("orders").image()).isEqualTo(new Image("registry.example/orders:1.0"));
    }

    @Test
    void oneStubHasWhatAllPartsNeed() {
        Part events = Piece.of("example:events", part -> part.needs("orders", Port.grpc(90)));

        Plan plan = shop(PAYMENTS, events).stubbingNeeds().build().plan();

        assertThat(plan.in(DEV).service("orders").entries(Settings.PORT)).containsOnlyKeys("grpc", "http");
        assertThat(shop(events, PAYMENTS).stubbingNeeds().build().plan()).isEqualTo(plan);
    }

    @Test
    void partsThatExpectDifferentThingsOfOneServiceAreToldSo() {
        Part other = Piece.of("example:other", part -> part.needs("orders", Port.http(8080)));

        assertThat(Shop.report(shop(PAYMENTS, other).stubbingNeeds().build()))
                .contains("part example:other 1.0 in dev: it needs port http (HTTP 8080) of orders, which has port http"
                        + " (HTTP 80)");
    }
}
