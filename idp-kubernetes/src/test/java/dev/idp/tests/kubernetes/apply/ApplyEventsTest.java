package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyEvent;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.ObjectKey;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Whoever listens hears of everything that the outcome says in the end. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApplyEventsTest {

    private final List<ApplyEvent> events = new ArrayList<>();
    private final ApplyOptions options = ApplyOptions.defaults().listener(events::add);
    private TestCluster test;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private ObjectKey key(String group, String kind, String name) {
        return new ObjectKey(group, kind, test.namespace(), name);
    }

    @Test
    void saysWhatIsDeletedAndWhatIsKept() {
        String kept = SampleObjects.CONFIG.replace("name: config", "name: kept, annotations: {dev.idp/prune: never}");
        test.cluster()
                .apply(test.set(SampleObjects.CONFIG, kept, SampleObjects.SERVICE), options)
                .orThrow();
        events.clear();

        test.cluster().apply(test.set(SampleObjects.SERVICE), options.pruning()).orThrow();

        assertThat(events)
                .contains(
                        new ApplyEvent.Applied(key("", "ConfigMap", "config"), Result.PRUNED),
                        new ApplyEvent.Applied(key("", "ConfigMap", "kept"), Result.KEPT));
        assertThat(events.get(events.size() - 1)).isInstanceOf(ApplyEvent.Finished.class);
    }

    @Test
    void saysWhatWasNotReadyWhenTheTimeWasUp() {
        test.cluster()
                .apply(
                        test.set(SampleObjects.CONFIG, SampleObjects.DEPLOYMENT),
                        options.timeout(Duration.ofSeconds(1)));

        assertThat(events)
                .filteredOn(ApplyEvent.Failed.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    ApplyEvent.Failed failed = (ApplyEvent.Failed) event;
                    assertThat(failed.object()).isEqualTo(key("apps", "Deployment", "orders"));
                    assertThat(failed.message()).endsWith("; the time for everything was up, 1.0 s");
                });
    }

    @Test
    void saysOfWhichKindsTheClusterKnowsNothing() {
        test.cluster()
                .apply(
                        test.set("{apiVersion: no.example/v1, kind: Nothing, metadata: {name: one, namespace: NS}}"),
                        options);

        assertThat(events)
                .filteredOn(ApplyEvent.Failed.class::isInstance)
                .extracting(event -> ((ApplyEvent.Failed) event).object())
                .containsExactly(key("no.example", "Nothing", "one"));
    }

    @Test
    void saysThatNobodyAnswersWhileItStillTries() throws Exception {
        try (KubernetesClient nobody = nobody()) {
            Cluster cluster = Cluster.of(nobody).patience(Duration.ofSeconds(1), Duration.ofSeconds(1));

            Outcome outcome = cluster.apply(ApplySet.of("set", "default", List.of()), options);

            assertThat(outcome.failure()).contains("no answer within 1 s");
            assertThat(events).hasSizeGreaterThan(2);
            assertThat(events.get(1)).isInstanceOf(ApplyEvent.Retried.class);
            assertThat(events.get(events.size() - 1)).isInstanceOf(ApplyEvent.Finished.class);
        }
    }

    /** A client for a port at which nobody listens. */
    static KubernetesClient nobody() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl("https://127.0.0.1:" + port)
                        .build())
                .build();
    }
}
