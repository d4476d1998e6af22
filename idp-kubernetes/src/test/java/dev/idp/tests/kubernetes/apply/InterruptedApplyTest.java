package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Whoever is interrupted still says what was done. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class InterruptedApplyTest {

    private TestCluster test;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
        test.cluster()
                .apply(test.set(SampleObjects.CONFIG, SampleObjects.SERVICE))
                .orThrow();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void saysWhatWasDoneThoughSomethingIsNoLongerWanted() throws Exception {
        ApplyOptions options = ApplyOptions.defaults().listener(new InterruptWhenWaiting(1, Thread.currentThread()));

        Outcome outcome =
                test.cluster().apply(test.set(SampleObjects.DEPLOYMENT, SampleObjects.SERVICE), options.pruning());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.with(Result.CREATED)).singleElement().satisfies(created -> {
            assertThat(created.object().isCalled("Deployment/orders")).isTrue();
            assertThat(created.message()).endsWith("; it was interrupted");
        });
        assertThat(outcome.with(Result.KEPT)).hasSize(1);
        assertThat(test.isThere("configmap/config")).isTrue();
    }

    @Test
    void deletesNothingAndSaysSo() throws Exception {
        Thread.currentThread().interrupt();

        Outcome outcome = test.cluster().prune(test.set(SampleObjects.SERVICE), ApplyOptions.defaults());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.failure()).isEqualTo("it was interrupted before anything was done");
        assertThat(test.isThere("configmap/config")).isTrue();
    }
}
