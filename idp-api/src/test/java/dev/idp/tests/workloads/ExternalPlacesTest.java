package dev.idp.tests.workloads;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** An external service is not the same everywhere, and not for everybody. */
class ExternalPlacesTest {

    private static final Lines LINES = Lines.of(ExternalPlacesTest.class);

    private static Plan plan(ExternalService bank) {
        return Platform.named("shop")
                .environments(DEV, PROD)
                .services(Shop.service("orders", it -> it.env("BANK", bank.url())))
                .build()
                .plan();
    }

    private static String url(Plan plan, Environment environment) {
        return plan.in(environment).service("orders").env().get("BANK").toString();
    }

    @Test
    void itIsSomewhereElseInOneEnvironment() {
        ExternalService bank = ExternalService.named("bank")
                .at("sandbox.bank.example", 443)
                .within("192.0.2.0/24")
                .in(PROD, "api.bank.example", 8443, "198.51.100.0/24")
                .build();

        Plan plan = plan(bank);

        assertThat(url(plan, DEV)).isEqualTo("https://sandbox.bank.example:443");
        assertThat(url(plan, PROD)).isEqualTo("http://api.bank.example:8443");
        assertThat(plan.in(DEV).findExternal("bank").orElseThrow().get())
                .hasToString("bank at sandbox.bank.example:443 within 192.0.2.0/24");
        assertThat(plan.in(PROD).findExternal("bank").orElseThrow().get())
                .hasToString("bank at api.bank.example:8443 within 198.51.100.0/24");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void anEnvironmentIsStrongerThanItsTierInWhateverOrder() {
        ExternalService tierFirst = ExternalService.named("bank")
                .at("a.example", 1)
                .in(PRODUCTION, "tier.example", 2)
                .in(PROD, "prod.example", 3)
                .build();
        ExternalService tierLast = ExternalService.named("bank")
                .at("a.example", 1)
                .in(PROD, "prod.example", 3)
                .in(PRODUCTION, "tier.example", 2)
                .build();

        assertThat(url(plan(tierFirst), PROD)).isEqualTo("http://prod.example:3");
        assertThat(plan(tierLast)).isEqualTo(plan(tierFirst));
    }

    @Test
    void aTierHasAPlace() {
        ExternalService bank = ExternalService.named("bank")
                .at("a.example", 1)
                .in(PRODUCTION, "tier.example", 2)
                .build();

        assertThat(url(plan(bank), PROD)).isEqualTo("http://tier.example:2");
        assertThat(url(plan(bank), DEV)).isEqualTo("http://a.example:1");
    }

    @Test
    void itCannotBeInTwoPlacesOfOneEnvironment() {
        ExternalService bank = ExternalService.named("bank") // (bank)
                .at("a.example", 1)
                .in(PROD, "b.example", 2)
                .in(PROD, "c.example", 3)
                .build();
        Service orders = Shop.service("orders", it -> it.uses(bank));

        assertThat(Shop.report(Shop.in(PROD, orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  bank in prod: two addresses are said for the same place, one of them c.example
                      declared external service bank, {bank}
                      fix      remove one"""));
    }

    @Test
    void aWrongPlaceIsReportedWhereverItIs() {
        ExternalService bank = ExternalService.named("bank") // (wrong)
                .at("a.example", 1)
                .in(PROD, "https://b.example", 2)
                .build();
        Service orders = Shop.service("orders", it -> it.uses(bank));

        assertThat(Shop.report(Shop.in(DEV, orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  bank in dev: 'https://b.example' is not a host
                      declared external service bank, {wrong}
                      fix      say a host name or an address, without scheme and port"""));
    }

    @Test
    void itIsReachedOverUdpEverywhere() {
        ExternalService time = ExternalService.named("time")
                .at("time.example", 123)
                .overUdp()
                .in(PROD, "time.corp.example", 123)
                .build();
        Plan plan = Platform.named("shop")
                .environments(DEV, PROD)
                .services(Shop.service("orders", it -> it.env("TIME", time.address())))
                .build()
                .plan();

        assertThat(plan.in(DEV).externals())
                .map(external -> external.get().toString())
                .containsExactly("time at time.example:123 over UDP");
        assertThat(plan.in(PROD).externals())
                .map(external -> external.get().toString())
                .containsExactly("time at time.corp.example:123 over UDP");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(Plan.fromJson(plan.toJson().replace("true", "false"))).isNotEqualTo(plan);
    }

    @Test
    void whatIsReachedOverUdpHasNoUrl() {
        ExternalService time =
                ExternalService.named("time").at("time.example", 123).overUdp().build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .env("TIME", time.url()) // (udp-url)
                .build();

        assertThat(Shop.report(Shop.of(orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/TIME: external service 'time' is reached over UDP and has no URL
                      said {udp-url}
                      fix  refer to its address()"""));
    }

    @Test
    void whoIsNamedMayCallIt() {
        ExternalService bank = ExternalService.named("bank")
                .at("a.example", 1)
                .onlyFor("orders", "report")
                .build();
        Plan plan = Platform.named("shop")
                .environments(DEV)
                .services(Shop.service("orders", it -> it.uses(bank)))
                .jobs(Job.named("report").image("r:1").uses(bank).build())
                .build()
                .plan();

        assertThat(plan.in(DEV).graph().edges()).hasToString("[orders -> bank, report -> bank]");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void nobodyElseMay() {
        ExternalService bank = ExternalService.named("bank") // (guarded)
                .at("a.example", 1)
                .onlyFor("orders")
                .build();
        Service orders = Shop.service("orders", it -> it.uses(bank));
        Service cart = Service.named("cart")
                .image("cart:1")
                .env("BANK", bank.host()) // (intruder)
                .build();

        assertThat(Shop.report(Shop.of(orders, cart))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  cart in dev: env/BANK: it may not call bank, which is only for orders
                      said     {intruder}
                      declared external service bank, {guarded}
                      fix      add it to onlyFor(...) of the external service, or do not refer to it"""));
    }

    @Test
    void twoThatDifferInOneEnvironmentAloneCannotShareAName() {
        ExternalService one = ExternalService.named("bank").at("a.example", 1).build();
        ExternalService other = ExternalService.named("bank")
                .at("a.example", 1)
                .in(PROD, "b.example", 1)
                .build();
        Platform platform = Platform.named("shop")
                .environments(DEV, PROD)
                .services(Shop.service("a", it -> it.uses(one)), Shop.service("b", it -> it.uses(other)))
                .build();

        assertThat(Shop.report(platform))
                .contains("bank in prod: two external services that differ have the name 'bank'");
    }
}
