package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.ObjectOutcome;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.TestCluster;
import dev.idp.tests.kubernetes.apply.faults.Figures.End;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** From one request on nothing gets through, for longer than one is willing to wait. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ServerGoneTest {

    private static final Map<String, Supplier<Fault>> WAYS = new TreeMap<>(Map.of(
            "reset before",
            Fault::resetBefore,
            "reset after",
            Fault::resetAfter,
            "503 instead",
            () -> Fault.serverError(503),
            "502 instead",
            () -> Fault.serverError(502)));

    private static final Set<Result> DONE = Set.of(Result.CREATED, Result.ADOPTED, Result.UPDATED, Result.UNCHANGED);

    private static final String DONE_JOB = """
            {"status": {"startTime": "2026-01-01T00:00:00Z", "completionTime": "2026-01-01T00:00:01Z", "succeeded": 1,
             "conditions": [
              {"type": "SuccessCriteriaMet", "status": "True", "lastTransitionTime": "2026-01-01T00:00:01Z"},
              {"type": "Complete", "status": "True", "lastTransitionTime": "2026-01-01T00:00:01Z"}]}}""";

    private Trials trials;

    @BeforeEach
    void open() throws Exception {
        trials = new Trials();
    }

    @AfterEach
    void close() throws Exception {
        trials.close();
    }

    private Cluster impatient() {
        return Cluster.of(trials.faultyClient()).patience(Duration.ofSeconds(5), Duration.ofMillis(250));
    }

    @Test
    void saysWhatWasDoneAndIsThroughTheNextTime() throws Exception {
        Figures figures = new Figures("gone from a request on");
        for (boolean prunes : new boolean[] {false, true}) {
            int requests = trials.requests(prunes);
            int way = 0;
            for (Map.Entry<String, Supplier<Fault>> fault : WAYS.entrySet()) {
                for (int n = 1 + 2 * way++; n <= requests; n += 8) {
                    int from = n;
                    Fault gone = fault.getValue().get();
                    Script script = (number, method, path) -> number >= from ? gone : Fault.none();
                    SmallSet set = new SmallSet(Trials.newNamespace());
                    figures.count(
                            fault.getKey(),
                            (prunes ? "prune" : "apply") + " from request " + n,
                            () -> tryOut(set, prunes, script));
                }
            }
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    private End tryOut(SmallSet set, boolean prunes, Script script) throws Exception {
        InCluster found = new InCluster(ApiServer.shared(), set.namespace());
        // A definition that was applied is asked after until its time is up.
        ApplyOptions options = Trials.AT_ONCE.pruning().timeoutPerObject(Duration.ofSeconds(2));
        return trials.tryOut(set, prunes, false, script, wanted -> {
            Outcome outcome = impatient().apply(wanted, options);
            expectNothingThatWasNotDone(outcome, found, wanted.id());
            return Optional.of(outcome);
        });
    }

    /** What it says that it did is there; what it says that it deleted is not. */
    private static void expectNothingThatWasNotDone(Outcome outcome, InCluster found, String id) {
        Set<String> there = marked(found, id);
        assertThat(there)
                .containsAll(names(outcome.objects().stream()
                        .filter(object -> DONE.contains(object.result()))
                        .toList()));
        assertThat(names(outcome.with(Result.PRUNED))).noneMatch(there::contains);
    }

    private static Set<String> marked(InCluster found, String id) {
        try {
            return found.marked(id);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Set<String> names(List<ObjectOutcome> objects) {
        return objects.stream()
                .map(object -> object.object().kind() + "/" + object.object().name())
                .collect(Collectors.toSet());
    }

    /** A job that removes itself must not run again, so that it counts as done only once that is remembered. */
    @Test
    void saysWhichDoneJobCouldNotBeRemembered() throws Exception {
        try (TestCluster test = TestCluster.open()) {
            ApplySet set = test.set("""
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: once}
                    spec:
                      ttlSecondsAfterFinished: 60
                      template: {spec: {restartPolicy: Never, containers: [{name: once, image: registry.example/once}]}}
                    """);
            trials.cluster().apply(set, Trials.AT_ONCE).orThrow();
            test.kubectl("patch", "job/once", "--subresource=status", "--type=merge", "-p", DONE_JOB);
            trials.play.begin((number, method, path) -> method.equals("PATCH") && path.contains("/configmaps/set?")
                    ? Fault.serverError(503)
                    : Fault.none());

            Outcome outcome = impatient().apply(set);
            Outcome again = trials.cluster().apply(set);

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.toText()).contains("cannot be noted, so that it runs again once it is removed: PATCH /");
            assertThat(outcome.isSuccess()).isFalse();
            assertThat(again.isSuccess()).as(again.toText()).isTrue();
            assertThat(test.field("configmap/set", ".data.done-jobs")).isEqualTo(test.namespace() + "/once");
        }
    }

    /** Forgetting is the last thing that is done: that it fails takes nothing back. */
    @Test
    void saysWhatWasDoneThoughTheMemoryCannotBeNarrowed() throws Exception {
        SmallSet set = new SmallSet(Trials.newNamespace());
        InCluster found = new InCluster(ApiServer.shared(), set.namespace());
        trials.cluster().apply(set.whole(), Trials.AT_ONCE).orThrow();
        trials.play.begin((number, method, path) ->
                method.equals("PATCH") && path.contains("/configmaps/set?") ? Fault.serverError(503) : Fault.none());

        Outcome outcome = impatient().apply(set.half(), Trials.AT_ONCE.pruning());
        Outcome again = trials.cluster().apply(set.half(), Trials.AT_ONCE.pruning());

        assertThat(outcome.with(Result.PRUNED)).as(outcome.toText()).hasSize(5);
        assertThat(outcome.with(Result.UNCHANGED)).hasSize(5);
        assertThat(again.isSuccess()).as(again.toText()).isTrue();
        assertThat(found.rememberedKinds()).isEqualTo(InCluster.kinds(set.namesOfHalf()));
        found.removeDefinition();
    }
}
