package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.Cancellation;
import dev.idp.kubernetes.apply.ObjectOutcome;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.faults.Figures.End;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Who stops an apply finds out what was done and what was not, and may apply again. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
@Timeout(300)
class CancelledApplyTest {

    private Trials trials;

    @BeforeEach
    void open() throws Exception {
        trials = new Trials();
    }

    @AfterEach
    void close() throws Exception {
        trials.close();
    }

    @Test
    void cancelledAtARequestTheRestIsLeftAndDoneTheNextTime() throws Exception {
        Figures figures = new Figures("cancelled");
        for (boolean prunes : new boolean[] {false, true}) {
            int requests = trials.requests(prunes);
            for (int n = 1; n <= requests; n += 4) {
                Cancellation cancellation = new Cancellation();
                Script script = Script.nth(n, Fault.beforeForwarding(cancellation::cancel));
                SmallSet set = new SmallSet(Trials.newNamespace());
                figures.count(prunes ? "prune" : "apply", "request " + n, () -> {
                    // One at a time, so that all others come after the one that is cancelled.
                    ApplyOptions options =
                            Trials.AT_ONCE.pruning().parallelism(1).stoppedBy(cancellation);
                    return trials.tryOut(set, prunes, false, script, wanted -> {
                        Outcome outcome = trials.faultyCluster().apply(wanted, options);
                        expectWhatIsLeftIsSkipped(outcome);
                        return Optional.of(outcome);
                    });
                });
            }
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    @Test
    void cancelledBeforehandNothingBegins() throws Exception {
        SmallSet set = new SmallSet(Trials.newNamespace());
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        Outcome outcome = trials.cluster().apply(set.whole(), Trials.AT_ONCE.stoppedBy(cancellation));

        assertThat(outcome.isSuccess()).isFalse();
        assertThat(outcome.toText()).contains("cancelled");
        assertThat(new InCluster(ApiServer.shared(), set.namespace())
                        .marked(set.whole().id()))
                .isEmpty();
    }

    /** No controllers run here, so that a Deployment would be waited for until its time is up. */
    @Test
    void cancelledWhileSomethingIsSentNothingIsWaitedFor() throws Exception {
        SmallSet set = new SmallSet(Trials.newNamespace());
        Cancellation cancellation = new Cancellation();
        trials.play.begin(Script.first("PATCH", "/deployments/orders", Fault.afterForwarding(cancellation::cancel)));

        Outcome outcome = trials.faultyCluster()
                .apply(
                        set.whole(),
                        ApplyOptions.defaults()
                                .timeoutPerObject(Duration.ofSeconds(60))
                                .stoppedBy(cancellation));

        new InCluster(ApiServer.shared(), set.namespace()).removeDefinition();
        assertThat(outcome.took()).isLessThan(Duration.ofSeconds(30));
        ObjectOutcome deployment = of(outcome, "Deployment/orders");
        assertThat(deployment.result()).isEqualTo(Result.CREATED);
        assertThat(deployment.isReady()).isFalse();
        assertThat(deployment.message()).contains("it was cancelled");
    }

    @Test
    void cancelledWhilePruningTheRestIsLeft() throws Exception {
        SmallSet set = new SmallSet(Trials.newNamespace());
        InCluster found = new InCluster(ApiServer.shared(), set.namespace());
        trials.cluster().apply(set.whole(), Trials.AT_ONCE).orThrow();
        Cancellation cancellation = new Cancellation();
        trials.play.begin(Script.first("DELETE", "", Fault.afterForwarding(cancellation::cancel)));

        Outcome outcome = trials.faultyCluster()
                .prune(set.half(), Trials.AT_ONCE.parallelism(1).stoppedBy(cancellation));

        assertThat(outcome.with(Result.PRUNED)).as(outcome.toText()).hasSize(1);
        assertThat(outcome.with(Result.SKIPPED)).hasSize(4).allMatch(object -> object.message()
                .equals("it was cancelled"));
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(trials.cluster().prune(set.half(), Trials.AT_ONCE).isSuccess())
                .isTrue();
        assertThat(found.marked(set.half().id())).isEqualTo(set.namesOfHalf());
        found.removeDefinition();
    }

    @Test
    void interruptedItStopsAndKeepsTheFlag() throws Exception {
        Figures figures = new Figures("interrupted");
        for (boolean prunes : new boolean[] {false, true}) {
            int requests = trials.requests(prunes);
            for (int n = 1; n <= requests; n += 4) {
                Thread thread = Thread.currentThread();
                CountDownLatch stopped = new CountDownLatch(1);
                AtomicBoolean wasInterrupted = new AtomicBoolean();
                Script script = Script.nth(n, Fault.beforeForwarding(() -> {
                    thread.interrupt();
                    stopped.await();
                }));
                SmallSet set = new SmallSet(Trials.newNamespace());
                figures.count(prunes ? "prune" : "apply", "request " + n, () -> {
                    End end = trials.tryOut(set, prunes, false, script, wanted -> {
                        Outcome outcome = trials.faultyCluster()
                                .apply(wanted, Trials.AT_ONCE.pruning().parallelism(1));
                        wasInterrupted.set(Thread.interrupted());
                        stopped.countDown();
                        expectWhatIsLeftIsSkipped(outcome);
                        return Optional.of(outcome);
                    });
                    assertThat(wasInterrupted.get()).isEqualTo(trials.play.met() > 0);
                    return end;
                });
            }
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    /** What was done before is told, though something that is no longer wanted is there, too. */
    @Test
    void interruptedInTheMiddleItTellsWhatWasDone() throws Exception {
        SmallSet set = new SmallSet(Trials.newNamespace());
        trials.cluster().apply(set.whole(), Trials.AT_ONCE).orThrow();
        Thread thread = Thread.currentThread();
        trials.play.begin(Script.first("PATCH", "/secrets/db", Fault.beforeForwarding(thread::interrupt)));

        Outcome outcome = trials.faultyCluster().apply(set.half(), Trials.AT_ONCE);
        boolean wasInterrupted = Thread.interrupted();

        new InCluster(ApiServer.shared(), set.namespace()).removeDefinition();
        assertThat(wasInterrupted).isTrue();
        assertThat(outcome.failure()).isEmpty();
        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.UNCHANGED);
        assertThat(of(outcome, "Secret/db").result()).isEqualTo(Result.SKIPPED);
        assertThat(of(outcome, "Secret/db").message()).contains("interrupted");
    }

    /** What was begun and not heard of is said to be unsure, not to be left out without a word. */
    private static void expectWhatIsLeftIsSkipped(Outcome outcome) {
        assertThat(outcome.isSuccess()
                        || !outcome.failure().isEmpty()
                        || !outcome.with(Result.SKIPPED).isEmpty())
                .as(outcome.toText())
                .isTrue();
        outcome.with(Result.SKIPPED).forEach(object -> assertThat(object.message())
                .containsPattern("cancelled|interrupted|before it failed"));
    }

    private static ObjectOutcome of(Outcome outcome, String object) {
        return outcome.objects().stream()
                .filter(each -> each.object().isCalled(object))
                .findFirst()
                .orElseThrow();
    }
}
