package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.ClusterObjects;
import dev.idp.tests.kubernetes.apply.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The API server goes away in the middle of an apply, and comes back. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class RestartedApiServerTest {

    @Test
    void isWaitedFor() throws Exception {
        try (ApiServer server = ApiServer.start()) {
            CompletableFuture<Void> restarted = new CompletableFuture<>();
            AtomicInteger patches = new AtomicInteger();
            Fault death = Fault.insteadOfForwarding(() -> {
                server.kill();
                new Thread(() -> restart(server, restarted)).start();
            });
            Script twentieth = (number, method, path) ->
                    method.equals("PATCH") && patches.incrementAndGet() == 20 ? death : Fault.none();
            try (MisbehavingProxy proxy = MisbehavingProxy.before(server.address(), server.client(), twentieth);
                    KubernetesClient client = Trials.client(proxy.address())) {
                Cluster cluster = Cluster.of(client);

                Outcome outcome = cluster.apply(sixtyObjects(), Trials.AT_ONCE);
                Outcome again = cluster.apply(sixtyObjects(), Trials.AT_ONCE);

                restarted.join();
                assertThat(outcome.isSuccess()).as(outcome.toText()).isTrue();
                assertThat(outcome.objects()).hasSize(61);
                assertThat(again.with(Result.UNCHANGED)).as(again.toText()).hasSize(61);
                System.out.printf(
                        "restarted API server: 61 objects, %d requests, %d ms%n",
                        outcome.requests(), outcome.took().toMillis());
            }
        }
    }

    @Test
    void isAskedAgainUntilItHasReadWhatItServes() throws Exception {
        try (ApiServer server = ApiServer.start();
                KubernetesClient client = TestCluster.client(server.kubeConfigWithToken())) {
            Cluster cluster = Cluster.of(client).patience(Duration.ofSeconds(10), Duration.ofSeconds(60));
            cluster.apply(sixtyObjects(), Trials.AT_ONCE).orThrow();
            server.kill();
            CompletableFuture<Void> restarted = new CompletableFuture<>();
            new Thread(() -> restart(server, restarted)).start();

            Outcome outcome = cluster.apply(sixtyObjects(), Trials.AT_ONCE);

            restarted.join();
            assertThat(outcome.with(Result.UNCHANGED)).as(outcome.toText()).hasSize(61);
        }
    }

    private static void restart(ApiServer server, CompletableFuture<Void> restarted) {
        try {
            server.restart();
            restarted.complete(null);
        } catch (Exception failed) {
            restarted.completeExceptionally(failed);
        }
    }

    private static ApplySet sixtyObjects() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(object("{apiVersion: v1, kind: Namespace, metadata: {name: many}}"));
        for (int i = 0; i < 20; i++) {
            objects.add(object("{apiVersion: v1, kind: ConfigMap, metadata: {name: c" + i + "}, data: {a: b}}"));
            objects.add(object("{apiVersion: v1, kind: Service, metadata: {name: s" + i
                    + "}, spec: {selector: {app: a}, ports: [{port: 80}]}}"));
            objects.add(object("{apiVersion: v1, kind: Secret, metadata: {name: p" + i
                    + ", annotations: {dev.idp/made-up: password}}}"));
        }
        return ApplySet.of("set", "many", objects);
    }

    private static HasMetadata object(String yaml) {
        return ClusterObjects.object(ClusterObjects.documents(yaml).get(0));
    }
}
