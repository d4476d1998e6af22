package dev.idp.tests.testing.part;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Service;
import dev.idp.Tier;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import dev.idp.testing.part.Demands;
import dev.idp.testing.part.PartContract;
import dev.idp.testing.part.PartContracts;
import dev.idp.tests.testing.junit.Trial;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a part expects is checked in each environment that it runs in, and what is broken says who expects it, and of whom. */
class PartContractsTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD =
            Environment.named("prod").tier(Tier.PRODUCTION).build();

    record Payments() implements Part {
        @Override
        public String id() {
            return "com.example:payments";
        }

        @Override
        public String version() {
            return "1.2";
        }

        @Override
        public void compose(PartContents part) {
            var orders = part.needs("orders", Port.http(8080));
            part.services(Service.named("payments")
                    .image("payments:1")
                    .port(Port.http(8080))
                    .env("ORDERS_URL", orders.url())
                    .build());
        }
    }

    /** Brings payments, and nothing of its own. */
    record Money() implements Part {
        @Override
        public String id() {
            return "com.example:money";
        }

        @Override
        public String version() {
            return "3";
        }

        @Override
        public void compose(PartContents part) {
            part.parts(new Payments());
        }
    }

    /** Found on the class path of this test. */
    public static final class PaymentsContract implements PartContract {
        @Override
        public Part part() {
            return new Payments();
        }

        @Override
        public void demand(Demands demands) {
            demands.expect(
                            "orders lets payments through",
                            "payments tell orders when they are done",
                            environment ->
                                    assertThat(environment).service("orders").isReachableFrom("payments"))
                    .in(Tier.PRODUCTION)
                    .expect("orders says whether it is ready", "a payment is told once", environment -> assertThat(
                                    environment)
                            .service("orders")
                            .isProbed());
        }
    }

    private static Service.Builder orders() {
        return Service.named("orders").image("orders:1").port(Port.http(8080));
    }

    private static Platform shop(Service orders, Part... parts) {
        return Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders)
                .parts(parts)
                .build();
    }

    static class Kept {
        @TestFactory
        Stream<DynamicTest> contracts() {
            return PartContracts.discovered(shop(
                    orders().readiness(Probe.httpGet("/ready"))
                            .liveness(Probe.httpGet("/live"))
                            .build(),
                    new Payments()));
        }
    }

    @Test
    void aContractIsRunWhereItsPartRuns() {
        assertThat(Trial.lines(Kept.class))
                .containsExactly(
                        "payments: orders lets payments through, in dev: passed",
                        "payments: orders lets payments through, in prod: passed",
                        "payments: orders says whether it is ready, in prod: passed");
    }

    static class Broken {
        @TestFactory
        Stream<DynamicTest> contracts() {
            return PartContracts.discovered(shop(orders().build(), new Money()));
        }
    }

    @Test
    void aBrokenOneNamesThePartAndTheLineThatTakesIt() {
        assertThat(Trial.lines(Broken.class)).contains("""
                        payments: orders says whether it is ready, in prod: failed, AssertionError: \
                        part com.example:payments 1.2 expects in prod that orders says whether it is ready
                            because a payment is told once
                            but     Expected orders in prod to be probed, but it has no readiness and no liveness
                            taken   PartContractsTest.java:LINE, through part com.example:money 3, PartContractsTest.java:LINE
                            said    PartContractsTest.java:LINE""");
    }

    static class Unexercised {
        @TestFactory
        Stream<DynamicTest> contracts() {
            return PartContracts.of(
                    Platform.named("shop")
                            .environments(DEV)
                            .services(orders().build())
                            .parts(new Payments())
                            .build(),
                    new PaymentsContract());
        }
    }

    @Test
    void oneThatNoEnvironmentShowsFails() {
        assertThat(Trial.lines(Unexercised.class)).contains("""
                        payments: orders says whether it is ready, in no environment: failed, AssertionError: \
                        part com.example:payments 1.2 expects where it runs that orders says whether it is ready
                            because a payment is told once
                            but     no environment of tier production shows it: there are only dev in tier development
                            taken   PartContractsTest.java:LINE
                            said    PartContractsTest.java:LINE""");
    }

    static class OfAStranger {
        @TestFactory
        Stream<DynamicTest> named() {
            return PartContracts.of(shop(orders().build()), new PaymentsContract());
        }

        @TestFactory
        Stream<DynamicTest> discovered() {
            return PartContracts.discovered(shop(orders().build()));
        }

        @TestFactory
        Stream<DynamicTest> none() {
            return PartContracts.of(shop(orders().build(), new Payments()));
        }
    }

    @Test
    void contractsOfNobodyFail() {
        assertThat(Trial.lines(OfAStranger.class))
                .containsExactly(
                        "contracts of parts: failed, AssertionError: no contract was named",
                        "contracts of parts: failed, AssertionError: no part that platform shop takes has a contract on the "
                                + "class path: it takes no part",
                        "payments: failed, AssertionError: platform shop does not take part com.example:payments: it takes "
                                + "no part");
    }

    record Lazy(boolean fails) implements PartContract {
        @Override
        public Part part() {
            return new Payments();
        }

        @Override
        public void demand(Demands demands) {
            if (fails) {
                demands.expect("it works", "it must", environment -> {
                    throw new NoSuchElementException("no such thing");
                });
            }
        }
    }

    static class Careless {
        @TestFactory
        Stream<DynamicTest> contracts() {
            return PartContracts.of(shop(orders().build(), new Payments()), new Lazy(false), new Lazy(true));
        }
    }

    @Test
    void aContractThatExpectsNothingOrThrowsFails() {
        assertThat(Trial.lines(Careless.class))
                .hasSize(3)
                .contains(
                        "payments: failed, AssertionError: the contract of part com.example:payments 1.2 expects nothing")
                .anySatisfy(line -> assertThat(line)
                        .contains("it works, in prod: failed")
                        .contains("but     java.util.NoSuchElementException: no such thing"));
    }
}
