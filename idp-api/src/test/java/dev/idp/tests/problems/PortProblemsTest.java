package dev.idp.tests.problems;

import static dev.idp.Port.grpc;
import static dev.idp.Port.http;
import static dev.idp.Port.tcp;
import static dev.idp.Port.udp;
import static dev.idp.Probe.grpcHealth;
import static dev.idp.Probe.httpGet;
import static dev.idp.Probe.tcpConnect;
import static dev.idp.tests.Shop.report;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortProblemsTest {

    private static final Lines LINES = Lines.of(PortProblemsTest.class);
    private static final String NUMBERS = "ports are numbered from 1 to 65535";
    private static final String NAMES =
            "use up to 15 lower-case letters, digits and single dashes, at least one of them a letter";

    private static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(http(0), "0 is not the number of a port", NUMBERS),
                Arguments.of(http(65536), "65536 is not the number of a port", NUMBERS),
                Arguments.of(http(80).servedOn(-1), "-1 is not the number of a port", NUMBERS),
                Arguments.of(http(80).named("Web"), "'Web' cannot name a port", NAMES),
                Arguments.of(http(80).named("80"), "'80' cannot name a port", NAMES),
                Arguments.of(http(80).named("a--b"), "'a--b' cannot name a port", NAMES),
                Arguments.of(http(80).named("a-"), "'a-' cannot name a port", NAMES),
                Arguments.of(http(80).named("a".repeat(16)), "'aaaaaaaaaaaaaaaa' cannot name a port", NAMES));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aPortCannotBe(Port port, String message, String fix) {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .port(port) // (flawed)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: %s
                      port {flawed}
                      fix  %s""".formatted(message, fix)));
    }

    @Test
    void portsListenOnOneNumber() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .port(http(8080)) // (listen-http)
                .port(grpc(8080).servedOn(90)) // (listen-grpc)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: ports grpc and http both listen on 8080
                      grpc {listen-grpc}
                      http {listen-http}
                      fix  give one of them another number"""));
    }

    @Test
    void portsAreReachedUnderOneNumber() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .port(http(8080).servedOn(80)) // (reached-http)
                .port(http(8081).named("admin").servedOn(80)) // (reached-admin)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: ports admin and http both are reached under 80
                      admin {reached-admin}
                      http  {reached-http}
                      fix   give one of them another number"""));
    }

    @Test
    void oneNumberForTcpAndUdpIsFine() {
        Service dns = service("dns", orders -> orders.port(tcp(53)).port(udp(53)));

        assertThat(Shop.alone(dns).ports()).containsExactly(tcp(53), udp(53));
    }

    private static Stream<Arguments> unfittingProbes() {
        return Stream.of(
                Arguments.of(
                        service("orders", s -> s.readiness(httpGet("/"))),
                        "readiness needs a port, and there is no port",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.port(grpc(1)).readiness(httpGet("/"))),
                        "readiness needs a port, and no port of [grpc] fits",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.port(http(1)).liveness(grpcHealth())),
                        "liveness needs a port, and no port of [http] fits",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.port(udp(1)).liveness(tcpConnect())),
                        "liveness needs a port, and no port of [udp] fits",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.port(http(1))
                                .port(http(2).named("admin"))
                                .liveness(httpGet("/"))),
                        "liveness needs a port, and there are several: [admin, http]",
                        "name the one that is meant"),
                Arguments.of(
                        service("orders", s -> s.port(http(1))
                                .liveness(httpGet("/").onPort("admin"))),
                        "liveness needs a port, and there is no port 'admin'",
                        "name one of [http]"),
                Arguments.of(
                        service("orders", s -> s.liveness(httpGet("/").onPort("admin"))),
                        "liveness needs a port, and there is no port 'admin'",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.publicAt("www")),
                        "route www/ needs a port, and there is no port",
                        "add one with port(...)"),
                Arguments.of(
                        service("orders", s -> s.port(tcp(1)).publicAt("www")),
                        "route www/ needs a port, and no port of [tcp] fits",
                        "add one with port(...)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unfittingProbes")
    void whatNeedsAPortFindsNone(Service orders, String message, String fix) {
        assertThat(report(Shop.of(orders)).replaceAll("Test\\.java:\\d+", "Test"))
                .isEqualTo("""
                1 problem in platform 'shop':
                  orders in dev: %s
                      said PortProblemsTest
                      fix  %s""".formatted(message, fix));
    }

    @Test
    void theOnlyPortThatFitsIsTaken() {
        Service orders = service("orders", s -> s.port(grpc(1))
                .port(http(2))
                .liveness(grpcHealth())
                .readiness(httpGet("/ready"))
                .publicAt(Route.at("www").toPort("http")));

        assertThat(Shop.alone(orders).get(Settings.LIVENESS))
                .contains(grpcHealth().onPort("grpc"));
        assertThat(Shop.alone(orders).get(Settings.READINESS))
                .contains(httpGet("/ready").onPort("http"));
        assertThat(Shop.alone(orders).routes()).containsExactly(new Route("www.dev.shop.example", "/", "http"));
    }

    @Test
    void twoServicesArePublicOnOneHostAndPath() {
        String report = report(Shop.of(
                Service.named("a")
                        .image("a:1")
                        .port(http(80))
                        .publicAt("www") // (public-a)
                        .build(),
                Service.named("b")
                        .image("b:1")
                        .port(http(80))
                        .publicAt("www.dev.shop.example") // (public-b)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  environment dev: a and b are both public at www.dev.shop.example/
                      a   {public-a}
                      b   {public-b}
                      fix give one of them another host or path"""));
    }

    @Test
    void twoPathsOfOneHostAreFine() {
        Service a = service("a", s -> s.port(http(80)).publicAt("www"));
        Service b = service("b", s -> s.port(http(80)).publicAt(Route.at("www").below("/b")));

        assertThat(Shop.planned(a, b).service("b").routes())
                .containsExactly(new Route("www.dev.shop.example", "/b", "http"));
    }

    @Test
    void aPublicServiceNeedsAnEntryAndADomain() {
        String report = report(Shop.in(
                Environment.named("test").build(),
                Service.named("orders")
                        .image("orders:1")
                        .port(http(80))
                        .publicAt("www") // (public)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                2 problems in platform 'shop':
                  orders in test: it is public at 'www', and the environment has no domain
                      public {public}
                      fix    add domain(...) to environment test
                  orders in test: it is public, and nobody said where public traffic comes from
                      public {public}
                      fix    add publicThrough(...) to environment test"""));
    }

    @Test
    void aFullHostNeedsNoDomain() {
        Environment test = Environment.named("test")
                .publicThrough(PublicEntry.named("nginx", "ingress"))
                .build();
        Service orders = service("orders", s -> s.port(http(80)).publicAt("www.shop.example"));

        assertThat(Shop.in(test, orders).plan().in(test).service("orders").routes())
                .containsExactly(new Route("www.shop.example", "/", "http"));
    }

    @Test
    void aHostMayBecomeTooLongOnlyBelowTheDomain() {
        String label = "d".repeat(61);
        Environment test = Environment.named("test")
                .domain(label + "." + label + "." + label + "." + label)
                .publicThrough(PublicEntry.named("nginx", "ingress"))
                .build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(http(80))
                .publicAt("shopping") // (long-host)
                .build();

        assertThat(report(Shop.in(test, orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in test: 'shopping.%s.%s.%s.%s' is too long to name a host: 256 characters
                      public {long-host}
                      fix    use at most 253 characters""".formatted(label, label, label, label)));
    }

    @Test
    void aPublicEntryCannotBe() {
        Environment test = Environment.named("test")
                .publicThrough(PublicEntry.named("NGINX", "ingress")) // (entry)
                .build();

        assertThat(report(Shop.in(test, service("orders", orders -> {})))).startsWith(LINES.cite("""
                1 problem in platform 'shop':
                  environment test: 'NGINX' cannot name a public entry
                      said {entry}
                      fix  start with a lower-case letter"""));
    }
}
