package dev.idp.tests.testing;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion passes on what is so, and otherwise fails in the reader's words, with the line that made it so. */
class PlatformAssertionsTest {

    private static final EnvironmentPlan PROD = plan();

    private static EnvironmentPlan plan() {
        var prod = Environment.named("prod")
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx"))
                .build();
        var payments = Service.named("payments")
                .image("payments:1")
                .port(Port.http(8080))
                .build();
        var orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .env("PAYMENTS_URL", payments.url())
                .replicas(2)
                .publicAt("orders")
                .build();
        var report = Job.named("report")
                .image("report:1")
                .schedule("@daily")
                .env("ORDERS_URL", orders.url())
                .startsAfter(orders)
                .build();
        return Platform.named("shop")
                .environments(prod)
                .services(orders, payments)
                .jobs(report, Job.named("cleanup").image("cleanup:1").build())
                .build()
                .plan()
                .in(prod);
    }

    @Test
    void passOnWhatIsSo() {
        assertThat(PROD).hasNoService("mail");
        assertThat(PROD)
                .service("orders")
                .calls("payments")
                .callsOnly("payments")
                .has(Settings.REPLICAS, Replicas.fixed(2))
                .isPublicAt("orders.shop.example/");
        assertThat(PROD).service("payments").callsOnly().isNotPublic();
        assertThat(PROD, PROD.service("payments")).isNotPublic();
        assertThat(PROD).service("payments").startsAfter();
        assertThat(PROD)
                .job("report")
                .calls("orders")
                .callsOnly("orders")
                .startsAfter("orders")
                .runsAt("@daily")
                .has(Settings.RETRIES, 3L);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failInTheReadersWords(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(
                                failure.getMessage().replaceAll("Test\\.java:\\d+", "Test.java:LINE"))
                        .isEqualTo(message));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(
                        () -> assertThat(PROD).service("odrers"),
                        "Expected a service 'odrers' in prod, but there are only: orders, payments"),
                failure(
                        () -> assertThat(PROD).hasNoService("orders"),
                        "Expected no service 'orders' in prod, but there is one, declared by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("payments").calls("orders"),
                        "Expected payments in prod to call orders, but it calls only: []"),
                failure(
                        () -> assertThat(PROD).service("orders").callsOnly(),
                        "Expected orders in prod to call exactly [], but it calls [payments]\n"
                                + "  payments by service orders, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").has(Settings.REPLICAS, Replicas.fixed(3)),
                        "Expected replicas of orders in prod to be 3, but it is 2, by service orders,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).service("orders").has(Settings.USER_ID, 1000L),
                        "Expected user-id of orders in prod to be 1000, but it is not set"),
                failure(
                        () -> assertThat(PROD).service("payments").isPublicAt("pay.shop.example/"),
                        "Expected payments in prod to be public at pay.shop.example/, but it is public at: []"),
                failure(
                        () -> assertThat(PROD).job("reprot"),
                        "Expected a job 'reprot' in prod, but there are only: cleanup, report"),
                failure(
                        () -> assertThat(PROD).job("report").startsAfter(),
                        "Expected report in prod to start after exactly [], but it starts after [orders]\n"
                                + "  orders by job report, PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).job("report").runsAt("@hourly"),
                        "Expected report in prod to run at @hourly, but it runs at @daily Etc/UTC, by job report,"
                                + " PlatformAssertionsTest.java:LINE"),
                failure(
                        () -> assertThat(PROD).job("cleanup").runsAt("@hourly"),
                        "Expected cleanup in prod to run at @hourly, but it runs once"),
                failure(
                        () -> assertThat(PROD).service("orders").isNotPublic(),
                        "Expected orders in prod not to be public, but it is public at: [orders.shop.example/]"));
    }

    private static Arguments failure(ThrowingCallable assertion, String message) {
        return Arguments.of(assertion, message);
    }
}
