package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.Action;
import dev.idp.kubernetes.apply.ApplyException;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Clusters;
import dev.idp.kubernetes.apply.Clusters.Answer;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Several environments, each on a cluster of its own, in one call. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ClustersTest {

    private static final ApplyOptions AT_ONCE = ApplyOptions.defaults().withoutWaiting();

    private TestCluster eu;
    private TestCluster us;
    private KubernetesClient nobody;

    @BeforeEach
    void open() throws Exception {
        eu = TestCluster.open();
        us = TestCluster.open();
        nobody = ApplyEventsTest.nobody();
    }

    @AfterEach
    void close() {
        eu.close();
        us.close();
        nobody.close();
    }

    private Clusters clusters() {
        Cluster unreachable = Cluster.of(nobody).patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return Clusters.of()
                .with("us", us.cluster(), us.set(SampleObjects.CONFIG, SampleObjects.SERVICE), AT_ONCE)
                .with("asia", unreachable, us.set(SampleObjects.CONFIG), AT_ONCE)
                .with("eu", eu.cluster(), eu.set(SampleObjects.CONFIG));
    }

    @Test
    void oneThatCannotBeReachedStopsNoOther() throws Exception {
        Map<String, Outcome> outcomes = clusters().apply();

        assertThat(outcomes.keySet()).containsExactly("us", "asia", "eu");
        assertThat(outcomes.get("us").with(Result.CREATED)).hasSize(3);
        assertThat(outcomes.get("asia").failure()).contains("no answer within 1 s");
        assertThat(outcomes.get("eu").with(Result.CREATED)).hasSize(2);
        assertThat(us.isThere("service/orders")).isTrue();
        assertThat(eu.isThere("service/orders")).isFalse();
    }

    @Test
    void eachSaysWhatWouldChangeOrWhyItCannot() {
        var answers = clusters().diff();

        assertThat(answers.keySet()).containsExactly("us", "asia", "eu");
        assertThat(answers.get("us").orThrow().with(Action.CREATE)).hasSize(3);
        assertThat(answers.get("eu").orThrow().with(Action.CREATE)).hasSize(2);
        assertThat(answers.get("asia").value()).isEmpty();
        assertThat(answers.get("asia").failure()).contains("no answer within 1 s");
        assertThatThrownBy(() -> answers.get("asia").orThrow())
                .isInstanceOf(ApplyException.class)
                .hasMessage(answers.get("asia").failure());
    }

    @Test
    void eachSaysHowFarItIsOrWhyItCannot() throws Exception {
        clusters().apply();
        us.kubectl("delete", "service/orders");

        var answers = clusters().drift();

        assertThat(answers.values())
                .extracting(Answer::failure)
                .filteredOn(String::isEmpty)
                .hasSize(2);
        assertThat(answers.get("us").orThrow().isInSync()).isFalse();
        assertThat(answers.get("eu").orThrow().isInSync()).isTrue();
    }

    @Test
    void theyAreAppliedAtTheSameTime() {
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        ApplyOptions meeting = AT_ONCE.listener(event -> {
            if (event instanceof dev.idp.kubernetes.apply.ApplyEvent.Started) {
                meet(bothAreThere);
            }
        });

        Map<String, Outcome> outcomes = Clusters.of()
                .with("eu", eu.cluster(), eu.set(SampleObjects.CONFIG), meeting)
                .with("us", us.cluster(), us.set(SampleObjects.CONFIG), meeting)
                .apply();

        assertThat(outcomes.values()).allMatch(Outcome::isSuccess);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("the other one does not run", alone);
        }
    }

    @Test
    void interruptingStopsThemAllAndEachSaysWhatWasLeft() {
        ApplyOptions waiting = ApplyOptions.defaults().listener(new InterruptWhenWaiting(2, Thread.currentThread()));

        Map<String, Outcome> outcomes = Clusters.of()
                .with("eu", eu.cluster(), eu.set(SampleObjects.CONFIG, SampleObjects.DEPLOYMENT), waiting)
                .with("us", us.cluster(), us.set(SampleObjects.CONFIG, SampleObjects.DEPLOYMENT), waiting)
                .apply();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes.values()).allSatisfy(outcome -> {
            assertThat(outcome.with(Result.CREATED)).hasSize(3);
            assertThat(outcome.toText()).contains("; it was interrupted");
        });
    }

    @Test
    void oneNameIsOneCluster() {
        Clusters one = Clusters.of().with("eu", eu.cluster(), eu.set());

        assertThatThrownBy(() -> one.with("eu", us.cluster(), us.set()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two clusters are called 'eu': give each a name of its own");
        assertThat(Clusters.of().apply().keySet()).isEqualTo(Set.of());
    }
}
