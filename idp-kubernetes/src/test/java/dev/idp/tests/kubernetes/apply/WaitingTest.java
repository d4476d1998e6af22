package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyEvent;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cause;
import dev.idp.kubernetes.apply.Change;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.KnownSet;
import dev.idp.kubernetes.apply.ObjectOutcome;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What applying waits for. No controllers run in the API server: the test says what they would. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class WaitingTest {

    private static final String RUNS = "{\"status\":{\"observedGeneration\":1,\"replicas\":1,\"updatedReplicas\":1,"
            + "\"readyReplicas\":1,\"availableReplicas\":1,\"conditions\":[{\"type\":\"Available\",\"status\":\"True\"},"
            + "{\"type\":\"Progressing\",\"status\":\"True\",\"reason\":\"NewReplicaSetAvailable\"}]}}";

    private static final String COMPLETE = "{\"status\":{\"startTime\":\"2026-01-01T00:00:00Z\",\"completionTime\":"
            + "\"2026-01-01T00:00:01Z\",\"succeeded\":1,\"conditions\":["
            + "{\"type\":\"SuccessCriteriaMet\",\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T00:00:01Z\"},"
            + "{\"type\":\"Complete\",\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T00:00:01Z\"}]}}";

    private TestCluster test;
    private final List<ApplyEvent> events = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static String deployment(String name, String startsAfter) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: NAME, labels: {app.kubernetes.io/name: NAME}, annotations: {dev.idp/starts-after: "AFTER"}}
                spec:
                  selector: {matchLabels: {app: NAME}}
                  template:
                    metadata: {labels: {app: NAME}}
                    spec: {containers: [{name: app, image: "registry.example/NAME:1"}]}
                """.replace("NAME", name).replace("AFTER", startsAfter);
    }

    private static String job(String name) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: NAME, labels: {app.kubernetes.io/name: NAME}}
                spec:
                  ttlSecondsAfterFinished: 60
                  template: {spec: {restartPolicy: Never, containers: [{name: app, image: "registry.example/NAME:1"}]}}
                """.replace("NAME", name);
    }

    /** Makes ready what is waited for, as soon as it is. */
    private ApplyOptions withControllers() {
        return ApplyOptions.defaults().timeout(Duration.ofSeconds(30)).listener(event -> {
            events.add(event);
            if (event instanceof ApplyEvent.Waiting waiting) {
                String object = waiting.object().kind() + "/" + waiting.object().name();
                try {
                    test.kubectl(
                            "patch",
                            object,
                            "--subresource=status",
                            "--type=merge",
                            "-p",
                            object.startsWith("Job") ? COMPLETE : RUNS);
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            }
        });
    }

    private static ObjectOutcome of(Outcome outcome, String object) {
        return outcome.objects().stream()
                .filter(each -> each.object().isCalled(object))
                .findFirst()
                .orElseThrow();
    }

    private List<String> happened() {
        return events.stream()
                .filter(event -> event instanceof ApplyEvent.Applied || event instanceof ApplyEvent.Ready)
                .map(event -> event instanceof ApplyEvent.Applied applied
                        ? "applied " + applied.object().name()
                        : "ready " + ((ApplyEvent.Ready) event).object().name())
                .filter(text -> !text.endsWith(test.namespace()))
                .toList();
    }

    @Test
    void startsWhatStartsAfterOthersWhenTheseAreReadyOrComplete() {
        ApplySet set = test.set(deployment("shop", "orders,migrate"), deployment("orders", ""), job("migrate"));

        Outcome outcome = test.cluster().apply(set, withControllers()).orThrow();

        assertThat(outcome.with(Result.CREATED)).hasSize(4);
        assertThat(happened().subList(4, 6)).containsExactly("applied shop", "ready shop");
        assertThat(happened().subList(0, 4))
                .containsExactlyInAnyOrder("applied orders", "applied migrate", "ready orders", "ready migrate");
    }

    @Test
    void aJobThatRanToItsEndDoesNotRunAgainOnceItIsRemoved() throws Exception {
        ApplySet set = test.set(job("migrate"));
        test.cluster().apply(set, withControllers()).orThrow();
        test.kubectl("delete", "job/migrate");

        Outcome again = test.cluster().apply(set, withControllers()).orThrow();
        Drift drift = test.cluster().drift(set);

        assertThat(of(again, "Job/migrate").result()).isEqualTo(Result.UNCHANGED);
        assertThat(of(again, "Job/migrate").message()).isEqualTo("it ran to its end before, and was removed since");
        assertThat(test.isThere("job/migrate")).isFalse();
        assertThat(drift.isInSync()).as(drift.toText()).isTrue();
    }

    @Test
    void aDiffLeavesAloneAJobThatRanToItsEndAsApplyingDoes() throws Exception {
        ApplySet set = test.set(job("migrate"));
        test.cluster().apply(set, withControllers()).orThrow();
        test.kubectl("delete", "job/migrate");

        ChangeSet changes = test.cluster().diff(set);
        Outcome outcome = test.cluster().apply(set, changes, withControllers()).orThrow();

        assertThat(changes.isEmpty()).as(changes.toText()).isTrue();
        assertThat(changes.changes())
                .filteredOn(change -> change.object().isCalled("Job/migrate"))
                .extracting(Change::reason)
                .containsExactly("it ran to its end before, and was removed since");
        assertThat(outcome.with(Result.UNCHANGED)).hasSize(2);
        assertThat(test.isThere("job/migrate")).isFalse();
    }

    @Test
    void saysWhatHoldsUpWhatDoesNotGetReadyAndLeavesOutWhatWaitsForIt() throws Exception {
        ApplySet set = test.set(deployment("orders", ""), deployment("shop", "orders"));
        test.kubectl("create", "namespace", test.namespace());
        test.kubectlWith("""
                {apiVersion: v1, kind: Pod, metadata: {name: orders-1, labels: {app: orders}},
                 spec: {containers: [{name: app, image: "registry.example/orders:1"}]}}""", "create", "-f", "-");
        test.kubectl(
                "patch",
                "pod/orders-1",
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"phase\":\"Pending\",\"containerStatuses\":[{\"name\":\"app\",\"image\":\"i\",\"imageID\":\"\","
                        + "\"ready\":false,\"restartCount\":0,\"state\":{\"waiting\":{\"reason\":\"ImagePullBackOff\","
                        + "\"message\":\"Back-off pulling image\"}}}]}}");

        Outcome outcome = test.cluster().apply(set, ApplyOptions.defaults().timeoutPerObject(Duration.ofMillis(500)));

        ObjectOutcome orders = of(outcome, "Deployment/orders");
        assertThat(orders.result()).isEqualTo(Result.CREATED);
        assertThat(orders.isReady()).isFalse();
        assertThat(orders.message()).endsWith(", after 0.5 s");
        Cause cause = orders.cause().orElseThrow();
        assertThat(cause.what()).contains("ImagePullBackOff");
        assertThat(cause.where()).contains("orders-1").contains("app");
        assertThat(cause.look()).isEqualTo("kubectl -n " + test.namespace() + " describe pod orders-1");
        assertThat(of(outcome, "Deployment/shop").result()).isEqualTo(Result.SKIPPED);
        assertThat(outcome.toText()).contains("cause").contains(cause.look());
    }

    @Test
    void whatWaitsForEachOtherFailsWithTheNamesOfAll() {
        Outcome outcome =
                test.cluster().apply(test.set(deployment("one", "two"), deployment("two", "one")), withControllers());

        assertThat(of(outcome, "Deployment/one").message())
                .contains("these wait for each other")
                .contains("one")
                .contains("two");
        assertThat(outcome.isSuccess()).isFalse();
    }

    @Test
    void theTimeForEverythingEndsWaiting() {
        Outcome outcome = test.cluster()
                .apply(
                        test.set(deployment("orders", ""), deployment("shop", "orders")),
                        ApplyOptions.defaults().timeout(Duration.ofMillis(1500)));

        assertThat(of(outcome, "Deployment/orders").message()).endsWith("the time for everything was up, 1.5 s");
        assertThat(of(outcome, "Deployment/shop").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    void findsTheSetsThatAreRememberedAndPrunesOneOfAnOldName() {
        test.cluster()
                .apply(test.named("old-name", job("migrate")), withControllers())
                .orThrow();

        KnownSet known = test.cluster().sets().stream()
                .filter(set -> set.namespace().equals(test.namespace()))
                .findFirst()
                .orElseThrow();
        Outcome pruned = test.cluster()
                .prune(
                        ApplySet.of(known.name(), known.namespace(), List.of()),
                        ApplyOptions.defaults().emptying(test.namespace()));

        assertThat(known.kinds()).containsExactly("Job.batch", "Namespace");
        assertThat(of(pruned, "Job/migrate").result()).isEqualTo(Result.PRUNED);
        assertThat(of(pruned, "Namespace/" + test.namespace()).result()).isEqualTo(Result.KEPT);
    }
}
