package dev.idp.examples.boutique;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Replicas;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the boutique means to be, without a cluster and without a manifest. */
class IntentTest {

    private final Plan plan = OnlineBoutique.platform().plan();
    private final Verdict verdict = Policy.standard().check(plan, LocalDate.of(2026, 1, 1));

    @Test
    void paymentsAreReachedFromTheCheckoutAlone() {
        plan.environments().forEach(environment -> {
            assertThat(environment).service("paymentservice").callsOnly().isNotPublic();
            assertThat(environment.graph().callsTo("paymentservice"))
                    .extracting(edge -> edge.from())
                    .containsExactly("checkoutservice");
        });
    }

    @Test
    void cartsAreKeptBesideTheShopAndByOthersInProduction() {
        assertThat(plan.in("dev")).service("cartservice").callsOnly("redis-cart");
        assertThat(plan.in("dev")).service("redis-cart").has(Settings.REPLICAS, Replicas.fixed(1));
        assertThat(plan.in("staging")).service("redis-cart").has(Settings.REPLICAS, Replicas.fixed(1));
        assertThat(plan.in("prod"))
                .hasNoService("redis-cart")
                .service("cartservice")
                .callsOnly("redis-cart");
    }

    @Test
    void theLoadGeneratorStaysInDevelopment() {
        assertThat(plan.in("dev")).service("loadgenerator").callsOnly("frontend");
        assertThat(plan.in("staging")).hasNoService("loadgenerator");
        assertThat(plan.in("prod")).hasNoService("loadgenerator");
    }

    @Test
    void theFrontEndScalesInProduction() {
        assertThat(plan.in("dev")).service("frontend").has(Settings.REPLICAS, Replicas.fixed(1));
        assertThat(plan.in("staging")).service("frontend").has(Settings.REPLICAS, Replicas.fixed(2));
        assertThat(plan.in("prod"))
                .service("frontend")
                .has(Settings.REPLICAS, Replicas.between(3, 12))
                .isPublicAt("www.boutique.example/");
    }

    @Test
    void nothingIsFoundThatMatters() {
        assertThat(verdict.open(Severity.WARNING)).isEmpty();
        assertThat(verdict.in("prod").isClean()).isTrue();
    }

    @Test
    void nothingIsWaivedButThatGooglesProbesAskTheSameAndThatDevHasNoTls() {
        assertThat(verdict.waived())
                .extracting(waived -> waived.finding().rule())
                .containsOnly("probes-distinct", "public-means-tls");
        assertThat(verdict.in("prod").waived())
                .extracting(waived -> waived.finding().rule())
                .containsOnly("probes-distinct");
    }
}
