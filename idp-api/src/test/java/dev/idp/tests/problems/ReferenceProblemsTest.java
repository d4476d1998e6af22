package dev.idp.tests.problems;

import static dev.idp.Port.grpc;
import static dev.idp.Port.http;
import static dev.idp.Text.text;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static dev.idp.tests.Shop.report;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceProblemsTest {

    private static final Lines LINES = Lines.of(ReferenceProblemsTest.class);

    private static final Service PAYMENTS = service("payments", payments -> payments.port(http(8080)));

    @Test
    void aServiceIsUnknownAndAnotherIsMeant() {
        String report = report(Shop.of(
                PAYMENTS,
                Service.named("orders")
                        .image("orders:1")
                        .env("PAYMENTS", Service.ref("paymetns").url()) // (typo)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/PAYMENTS: there is no service 'paymetns'
                      said {typo}
                      fix  did you mean 'payments'?"""));
    }

    @Test
    void aServiceIsUnknownAndNoneIsAlike() {
        String report = report(Shop.of(
                PAYMENTS,
                Service.named("orders")
                        .image("orders:1")
                        .uses(Service.ref("warehouse")) // (unknown)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: uses/warehouse: there is no service 'warehouse'
                      said {unknown}
                      fix  add it to the platform, or declare it as an external service"""));
    }

    @Test
    void aServiceIsInAnotherEnvironment() {
        String report = report(Platform.named("shop")
                .environments(DEV, PROD)
                .services(service("mocks", mocks -> mocks.port(http(80)).onlyIn(DEV)))
                .services(Service.named("orders")
                        .image("orders:1")
                        .env("MOCKS", Service.ref("mocks").address()) // (elsewhere)
                        .build())
                .build());

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: env/MOCKS: service 'mocks' is not in prod
                      said {elsewhere}
                      fix  let it run there, or say this only where it does"""));
    }

    @Test
    void theReferredServiceHasNoPort() {
        String report = report(Shop.of(
                service("worker", worker -> {}),
                Service.named("orders")
                        .image("orders:1")
                        .env("WORKER", Service.ref("worker").url()) // (no-port)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/WORKER: it refers to the port of worker, and there is no port
                      said {no-port}
                      fix  add one with port(...)"""));
    }

    private static Stream<Arguments> callsWithoutPort() {
        return Stream.of(
                Arguments.of(
                        "env/WORKER",
                        service(
                                "orders",
                                orders -> orders.env(
                                        "WORKER", Service.ref("worker").host()))),
                Arguments.of("uses/worker", service("orders", orders -> orders.uses(Service.ref("worker")))));
    }

    @ParameterizedTest
    @MethodSource("callsWithoutPort")
    void aCallThatCannotBeIsNotDroppedSilently(String said, Service orders) {
        String report = report(Shop.of(service("worker", worker -> {}), orders));

        assertThat(report.replaceAll("Test\\.java:\\d+", "Test")).isEqualTo("""
                1 problem in platform 'shop':
                  orders in dev: %s: service 'worker' has no port, so nothing can call it
                      said ReferenceProblemsTest
                      fix  add port(...) to it, or do not refer to it""".formatted(said));
    }

    @Test
    void theReferredServiceHasSeveralPorts() {
        String report = report(Shop.of(
                service("payments", payments -> payments.port(http(80)).port(grpc(81))),
                Service.named("orders")
                        .image("orders:1")
                        .env("PAYMENTS", Service.ref("payments").address()) // (several)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/PAYMENTS: it refers to the port of payments, and there are several: [grpc, http]
                      said {several}
                      fix  name the one that is meant"""));
    }

    @Test
    void theReferredPortIsUnknown() {
        String report = report(Shop.of(
                PAYMENTS,
                Service.named("orders")
                        .image("orders:1")
                        .env("PAYMENTS", Service.ref("payments").address("admin")) // (unknown-port)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/PAYMENTS: it refers to the port of payments, and there is no port 'admin'
                      said {unknown-port}
                      fix  name one of [http]"""));
    }

    @Test
    void theReferredPortIsUnknownAndThereIsNone() {
        String report = report(Shop.of(
                service("payments", payments -> {}),
                Service.named("orders")
                        .image("orders:1")
                        .env("PAYMENTS", Service.ref("payments").address("admin")) // (none)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/PAYMENTS: it refers to the port of payments, and there is no port 'admin'
                      said {none}
                      fix  add one with port(...)"""));
    }

    @Test
    void aTextHasMoreHolesThanParts() {
        String report = report(Shop.of(
                PAYMENTS,
                Service.named("orders")
                        .image("orders:1")
                        .env("PAIR", text("{}:{}", PAYMENTS.host())) // (more-holes)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/PAIR: the text '[]:[]' has 2 holes for 1 part
                      said {more-holes}
                      fix  write [] once for each part""").replace("[]", "{}"));
    }

    @Test
    void aTextHasMorePartsThanHoles() {
        String report = report(Shop.of(
                PAYMENTS,
                Service.named("orders")
                        .image("orders:1")
                        .env("HOST", text("payments", PAYMENTS.host())) // (more-parts)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/HOST: the text 'payments' has 0 holes for 1 part
                      said {more-parts}
                      fix  write [] once for each part""").replace("[]", "{}"));
    }

    @Test
    void theKeyOfASecretCannotBe() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .secret("TOKEN", Secret.named("tokens").key("a b")) // (key)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: secret/TOKEN: 'a b' cannot be the key of a value of secret 'tokens'
                      said {key}
                      fix  use letters, digits, dashes, dots and underscores"""));
    }

    /** Something that no service can use. */
    private record Wish(String name) implements Dependency {}

    @Test
    void somethingUnknownIsUsed() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .uses(new Wish("wish")) // (wish)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: uses/wish: a Wish cannot be used by a service
                      said {wish}
                      fix  use a service, an external service or a resource"""));
    }

    @Test
    void twoExternalServicesHaveOneName() {
        ExternalService first = ExternalService.named("mail") // (mail-first)
                .at("smtp.example", 25)
                .build();
        ExternalService second = ExternalService.named("mail") // (mail-second)
                .at("smtp.example", 587)
                .build();

        String report =
                report(Shop.of(service("a", a -> a.uses(first)), service("b", b -> b.env("MAIL", second.address()))));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  mail in dev: two external services that differ have the name 'mail'
                      first  external service mail, {mail-first}
                      second external service mail, {mail-second}
                      fix    rename one of them"""));
    }

    @Test
    void equalExternalServicesAreOne() {
        Text first =
                ExternalService.named("mail").at("smtp.example", 25).build().address();
        Text second =
                ExternalService.named("mail").at("smtp.example", 25).build().address();

        assertThat(Shop.planned(service("a", a -> a.env("A", first)), service("b", b -> b.env("B", second)))
                        .externals())
                .hasSize(1);
    }

    @Test
    void anExternalServiceIsNamedLikeAService() {
        ExternalService payments = ExternalService.named("payments") // (as-external)
                .at("pay.example", 443)
                .build();

        String report = report(Shop.of(
                Service.named("payments") // (as-service)
                        .image("payments:1")
                        .build(),
                service("orders", orders -> orders.uses(payments))));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  payments in dev: two services, one of them external, have the name 'payments'
                      service  {as-service}
                      external external service payments, {as-external}
                      fix      rename one of them"""));
    }

    private static Stream<Arguments> flawedExternals() {
        return Stream.of(
                Arguments.of(" ", 25, "10.0.0.0/8", "' ' is not a host", HOSTS),
                Arguments.of("https://h/v1", 443, "10.0.0.0/8", "'https://h/v1' is not a host", HOSTS),
                Arguments.of("h", 0, "10.0.0.0/8", "0 is not the number of a port", PORTS),
                Arguments.of("h", 65536, "10.0.0.0/8", "65536 is not the number of a port", PORTS),
                Arguments.of("h", -1, "10.0.0.0/8", "-1 is not the number of a port", PORTS),
                Arguments.of("h", 25, "10.0.0.0", "'10.0.0.0' is not a network", NETWORKS),
                Arguments.of("h", 25, "10.0.0.256/8", "'10.0.0.256/8' is not a network", NETWORKS),
                Arguments.of("h", 25, "10.0.0.0/33", "'10.0.0.0/33' is not a network", NETWORKS),
                Arguments.of("h", 25, "everyone", "'everyone' is not a network", NETWORKS));
    }

    private static final String HOSTS = "say a host name or an address, without scheme and port";
    private static final String PORTS = "ports are numbered from 1 to 65535";
    private static final String NETWORKS = "write it like 203.0.113.0/24";

    @ParameterizedTest
    @MethodSource("flawedExternals")
    void anExternalServiceCannotBe(String host, int port, String network, String message, String fix) {
        ExternalService mail = ExternalService.named("mail") // (flawed)
                .at(host, port)
                .within(network)
                .build();

        assertThat(report(Shop.of(service("orders", orders -> orders.uses(mail)))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          mail in dev: %s
                              declared external service mail, {flawed}
                              fix      %s""".formatted(message, fix)));
    }

    @Test
    void aBlockIsForAnEnvironmentThatIsNotPartOfThePlatform() {
        Environment test = Environment.named("test").build();

        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .in(test, service -> service.replicas(2)) // (foreign)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: environment 'test' is not part of the platform
                      said {foreign}
                      fix  add it with environments(...), which has dev"""));
    }

    @Test
    void aServiceIsOnlyInAnEnvironmentThatIsNotPartOfThePlatform() {
        Environment test = Environment.named("test").build();

        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .onlyIn(DEV, test) // (only-in)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: environment 'test' is not part of the platform
                      said {only-in}
                      fix  add it with environments(...), which has dev"""));
    }

    @Test
    void aServiceThatIsOnlyInNoEnvironmentIsNotDroppedSilently() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .onlyIn() // (nowhere)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: onlyIn() names no environment, so it would run nowhere
                      said {nowhere}
                      fix  name at least one environment, or remove the service"""));
    }
}
