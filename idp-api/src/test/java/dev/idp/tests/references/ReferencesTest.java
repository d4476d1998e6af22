package dev.idp.tests.references;

import static dev.idp.Port.grpc;
import static dev.idp.Port.http;
import static dev.idp.Port.tcp;
import static dev.idp.Text.text;
import static dev.idp.tests.Shop.planned;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

    private static final Lines LINES = Lines.of(ReferencesTest.class);

    private static final Service PAYMENTS =
            service("payments", payments -> payments.port(http(8080).servedOn(80)));
    private static final ExternalService MAIL =
            ExternalService.named("mail").at("smtp.example", 587).build();
    private static final ExternalService BANK =
            ExternalService.named("bank").at("bank.example", 443).build();

    private static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of(PAYMENTS.host(), List.of(new Segment.Host("payments"))),
                Arguments.of(PAYMENTS.port(), List.of(new Segment.Literal("80"))),
                Arguments.of(PAYMENTS.listeningPort(), List.of(new Segment.Literal("8080"))),
                Arguments.of(PAYMENTS.address(), List.of(new Segment.Host("payments"), new Segment.Literal(":80"))),
                Arguments.of(
                        PAYMENTS.address("http"), List.of(new Segment.Host("payments"), new Segment.Literal(":80"))),
                Arguments.of(
                        PAYMENTS.url(),
                        List.of(
                                new Segment.Literal("http://"),
                                new Segment.Host("payments"),
                                new Segment.Literal(":80"))),
                Arguments.of(
                        Service.ref("payments").url("http"),
                        List.of(
                                new Segment.Literal("http://"),
                                new Segment.Host("payments"),
                                new Segment.Literal(":80"))),
                Arguments.of(
                        text("<{}/pay|{}>", PAYMENTS.url(), PAYMENTS.host()),
                        List.of(
                                new Segment.Literal("<http://"),
                                new Segment.Host("payments"),
                                new Segment.Literal(":80/pay|"),
                                new Segment.Host("payments"),
                                new Segment.Literal(">"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void aReferenceToAServiceIsResolvedAndMakesACall(Text reference, List<Segment> resolved) {
        EnvironmentPlan plan = planned(PAYMENTS, service("orders", orders -> orders.env("IT", reference)));

        assertThat(plan.service("orders").env().get("IT").segments()).isEqualTo(resolved);
        assertThat(plan.graph().edges()).hasToString("[orders -> payments:http]");
    }

    private static Stream<Arguments> externalReferences() {
        return Stream.of(
                Arguments.of(MAIL.host(), "smtp.example"),
                Arguments.of(MAIL.address(), "smtp.example:587"),
                Arguments.of(MAIL.url(), "http://smtp.example:587"),
                Arguments.of(BANK.url(), "https://bank.example:443"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("externalReferences")
    void aReferenceToAnExternalServiceIsResolvedAndMakesACall(Text reference, String resolved) {
        EnvironmentPlan plan = planned(service("orders", orders -> orders.env("IT", reference)));

        assertThat(plan.service("orders").env()).containsEntry("IT", Text.of(resolved));
        assertThat(plan.graph().edges()).hasSize(1);
        assertThat(plan.externals()).hasSize(1);
    }

    @Test
    void theProtocolOfAPortIsTheSchemeOfItsUrl() {
        Service search =
                service("search", s -> s.port(grpc(9000)).port(tcp(9300).named("cluster")));

        EnvironmentPlan plan = planned(search, service("orders", orders -> orders.env("A", search.url("grpc"))
                .env("B", search.address("cluster"))));

        assertThat(plan.service("orders").env().get("A")).hasToString("grpc://search:9000");
        assertThat(plan.service("orders").env().get("B")).hasToString("search:9300");
        assertThat(plan.graph().edges()).hasToString("[orders -> search:cluster, orders -> search:grpc]");
    }

    @Test
    void theHostAloneMayMeanEveryPort() {
        Service search =
                service("search", s -> s.port(grpc(9000)).port(tcp(9300).named("cluster")));

        EnvironmentPlan plan = planned(search, service("orders", orders -> orders.env("A", search.host())));

        assertThat(plan.graph().edges()).hasToString("[orders -> search:cluster, orders -> search:grpc]");
    }

    @Test
    void oneselfIsNoCall() {
        EnvironmentPlan plan =
                planned(service("orders", orders -> orders.port(http(8080).servedOn(80))
                        .env("HOST", Service.self().host())
                        .env("LISTEN", Service.self().listeningPort())
                        .env("URL", Service.ref("orders").url())));

        assertThat(plan.service("orders").env()).hasToString("{HOST=orders, LISTEN=8080, URL=http://orders:80}");
        assertThat(plan.graph().edges()).isEmpty();
    }

    @Test
    void aServiceWithoutPortsMayNameItself() {
        EnvironmentPlan plan = planned(
                service("worker", worker -> worker.env("NAME", Service.self().host())));

        assertThat(plan.service("worker").env()).hasToString("{NAME=worker}");
    }

    @Test
    void servicesMayCallEachOther() {
        Service orders = service("orders", s -> s.port(http(1))
                .env("PAYMENTS", Service.ref("payments").url()));
        Service payments = service("payments", s -> s.port(http(2)).env("ORDERS", orders.url()));

        assertThat(planned(orders, payments).graph().edges())
                .hasToString("[orders -> payments:http, payments -> orders:http]");
    }

    @Test
    void usesIsACallWithoutAText() {
        EnvironmentPlan plan = planned(
                service("search", s -> s.port(grpc(1)).port(tcp(2))),
                service("orders", orders -> orders.uses(Service.ref("search")).uses(MAIL)));

        assertThat(plan.graph().edges()).hasToString("[orders -> mail, orders -> search:grpc, orders -> search:tcp]");
        assertThat(plan.service("orders").decisions().settings()).doesNotContain(Settings.USES);
    }

    @Test
    void anEdgeKnowsEveryLineThatMakesIt() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .env("A", PAYMENTS.url()) // (first)
                .env("B", text("{}{}", PAYMENTS.host(), PAYMENTS.port())) // (second)
                .uses(PAYMENTS) // (third)
                .build();

        Edge edge = planned(PAYMENTS, orders).graph().edges().get(0);

        assertThat(edge.because())
                .extracting(Decision::subject)
                .containsExactly("services/orders/env/A", "services/orders/env/B", "services/orders/uses/payments");
        assertThat(edge.because())
                .extracting(decision ->
                        decision.winner().orElseThrow().source().origin().toString())
                .containsExactly(LINES.at("first"), LINES.at("second"), LINES.at("third"));
    }

    @Test
    void aReferenceThatLostMakesNoCall() {
        EnvironmentPlan plan = planned(PAYMENTS, service("orders", orders -> orders.env("A", PAYMENTS.url())
                .in(Shop.DEV, s -> s.env("A", "none"))));

        assertThat(plan.graph().edges()).isEmpty();
    }

    @Test
    void secretsStayReferences() {
        Secret db = Secret.named("orders-db");

        EnvironmentPlan plan =
                planned(PAYMENTS, service("orders", orders -> orders.secret("PASSWORD", db.key("password"))
                        .secret("URL", text("postgresql://app:{}@{}/x", db.key("password"), PAYMENTS.host()))));

        assertThat(secret(plan, "PASSWORD").segments()).containsExactly(new Segment.Key("orders-db", "password"));
        assertThat(secret(plan, "URL").segments())
                .containsExactly(
                        new Segment.Literal("postgresql://app:"),
                        new Segment.Key("orders-db", "password"),
                        new Segment.Literal("@"),
                        new Segment.Host("payments"),
                        new Segment.Literal("/x"));
        assertThat(plan.graph().edges()).hasToString("[orders -> payments:http]");
    }

    private static SecretText secret(EnvironmentPlan plan, String name) {
        return plan.service("orders").entries(Settings.SECRET).get(name).get();
    }

    @Test
    void usingAResourceCallsWhatItsOutputsMention() {
        EnvironmentPlan plan = planned(
                service("orders", orders -> orders.uses(Redis.named("cache"))),
                service(
                        "other",
                        other -> other.env("CACHE", Redis.named("cache").host())));

        assertThat(plan.graph().edges()).hasToString("[orders -> cache:tcp-redis, other -> cache:tcp-redis]");
        assertThat(plan.resources()).hasSize(1);
    }
}
