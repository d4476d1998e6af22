package dev.idp.examples.payments;

import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Match;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Tier;
import dev.idp.resources.Postgres;
import dev.idp.testing.part.PartContracts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract before it is released: a platform as it must be keeps it, and one that is not is told. */
class PaymentsContractTest {

    private static Service.Builder orders() {
        return Service.named("orders")
                .image("orders:1")
                .port(http(8080).servedOn(80))
                .liveness(httpGet("/live"));
    }

    private static Platform.Builder shop(Service orders) {
        return Platform.named("shop")
                .environments(Environment.named("prod").tier(Tier.PRODUCTION).build())
                .services(orders)
                .parts(new PaymentsPart());
    }

    @TestFactory
    Stream<DynamicTest> aPlatformCanKeepIt() {
        return PartContracts.discovered(
                shop(orders().readiness(httpGet("/ready")).build())
                        .provides(
                                Postgres.class,
                                Match.any(),
                                Postgres.existingAt("db.example", 5432).credentials(Secret.named("payments-db")))
                        .build());
    }

    @Test
    void aPlatformThatBreaksItIsTold() {
        var tests = PartContracts.of(shop(orders().build()).build(), new PaymentsContract())
                .toList();

        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactly(
                        "payments-part: the orders URL is supplied, and lets payments through, in prod",
                        "payments-part: orders is there before it is told, in prod",
                        "payments-part: the database outlives the cluster, in prod");
        assertThatThrownBy(() -> tests.get(1).getExecutable().execute())
                .hasMessageMatching(
                        "part dev.idp.examples:payments-part 1.2 expects in prod that orders is there before it is"
                                + " told\n    because a payment is told once, and lost on whoever is not ready for it\n"
                                + "    but     Expected orders in prod to be probed, but it has no readiness\n"
                                + "    taken   PaymentsContractTest.java:\\d+\n    said    PaymentsContract.java:\\d+");
        assertThatThrownBy(() -> tests.get(2).getExecutable().execute())
                .hasMessageContaining("supplied by existing-postgres, but it is supplied by in-cluster-postgres");
    }

    /** Intent is tested without them, and so is whatever a part expects. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.idp.kubernetes.Kubernetes",
                "io.fabric8.kubernetes.api.model.Pod",
                "io.fabric8.kubernetes.client.KubernetesClient",
                "dev.cel.runtime.CelRuntime"
            })
    void nothingOfKubernetesIsOnTheClassPath(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }
}
