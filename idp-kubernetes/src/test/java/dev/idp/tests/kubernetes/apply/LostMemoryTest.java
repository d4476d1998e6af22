package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyEvent;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.faults.Fault;
import dev.idp.tests.kubernetes.apply.faults.MisbehavingProxy;
import dev.idp.tests.kubernetes.apply.faults.Script;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What a set remembers cannot be written after the objects are there: what was done is said all the same. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class LostMemoryTest {

    private static final Script NO_CHANGE_OF_THE_MEMORY = (number, method, path) ->
            method.equals("PATCH") && path.contains("/configmaps/set?") ? Fault.resetBefore() : Fault.none();

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              ttlSecondsAfterFinished: 60
              template:
                spec: {restartPolicy: Never, containers: [{name: app, image: "registry.example/migrate:1"}]}
            """;

    private static final String COMPLETE = """
            {"status": {"startTime": "2026-01-01T00:00:00Z", "completionTime": "2026-01-01T00:01:00Z", "succeeded": 1,
             "uncountedTerminatedPods": {}, "conditions": [
             {"type": "SuccessCriteriaMet", "status": "True", "lastTransitionTime": "2026-01-01T00:01:00Z"},
             {"type": "Complete", "status": "True", "lastTransitionTime": "2026-01-01T00:01:00Z"}]}}""";

    private TestCluster test;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static Outcome applyThroughTheProxy(ApplySet set, ApplyOptions options) throws Exception {
        try (MisbehavingProxy proxy = MisbehavingProxy.before(
                        ApiServer.shared().address(), ApiServer.shared().client(), NO_CHANGE_OF_THE_MEMORY);
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(Config.empty())
                                .withMasterUrl(proxy.address().toString())
                                .build())
                        .build()) {
            return Cluster.of(client)
                    .patience(Duration.ofSeconds(5), Duration.ofSeconds(1))
                    .apply(set, options);
        }
    }

    private String kinds() throws Exception {
        return test.field("configmap/set", ".metadata.annotations.applyset\\.kubernetes\\.io/contains-group-kinds");
    }

    @Test
    void whatIsNotForgottenTodayIsForgottenTheNextTime() throws Exception {
        ApplyOptions atOnce = ApplyOptions.defaults().withoutWaiting();
        ApplySet less = test.set(SampleObjects.SERVICE);
        test.cluster()
                .apply(test.set(SampleObjects.CONFIG, SampleObjects.SERVICE), atOnce)
                .orThrow();

        Outcome outcome = applyThroughTheProxy(less, atOnce.pruning());

        assertThat(outcome.isSuccess()).as(outcome.toText()).isTrue();
        assertThat(outcome.with(Result.PRUNED)).hasSize(1);
        assertThat(kinds()).isEqualTo("ConfigMap,Namespace,Service");
        test.cluster().apply(less, atOnce).orThrow();
        assertThat(kinds()).isEqualTo("Namespace,Service");
    }

    @Test
    void aJobWhoseEndCannotBeRememberedIsNoSuccess() throws Exception {
        ApplyOptions options = ApplyOptions.defaults().listener(event -> {
            if (event instanceof ApplyEvent.Waiting) {
                complete();
            }
        });

        Outcome outcome = applyThroughTheProxy(test.set(SampleObjects.SERVICE, JOB), options);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.with(Result.CREATED)).hasSize(3);
        assertThat(outcome.objects())
                .filteredOn(each -> !each.isReady())
                .singleElement()
                .satisfies(
                        job -> assertThat(job.message())
                                .startsWith(
                                        "it is complete, and that cannot be noted, so that it runs again once it is removed: "));
    }

    private void complete() {
        try {
            test.kubectl("patch", "job/migrate", "--subresource=status", "--type=merge", "-p", COMPLETE);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
