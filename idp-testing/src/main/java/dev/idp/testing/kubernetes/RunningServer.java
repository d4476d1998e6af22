package dev.idp.testing.kubernetes;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.plan.EnvironmentPlan;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API server as long as it runs, and what was applied to it. */
final class RunningServer {

    private static final String KUBECONFIG = "kubeconfig";

    private final KubeAPIServer server;
    private final KubernetesClient client;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private @Nullable Path kubeconfig;
    private @Nullable String before;

    private RunningServer(KubeAPIServer server) {
        this.server = server;
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
    }

    /** One after the other: two that start at a time could take the same free port. */
    static synchronized RunningServer start(ServerBinaries binaries) {
        KubeAPIServer server = new KubeAPIServer(binaries.config());
        server.start();
        try {
            return new RunningServer(server);
        } catch (RuntimeException | LinkageError noClient) {
            server.stop();
            throw noClient;
        }
    }

    KubernetesClient client() {
        return client;
    }

    Cluster cluster() {
        return Cluster.of(client);
    }

    Map<String, Outcome> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    void makeCurrent() throws IOException {
        Path file = Files.createTempFile(KUBECONFIG, ".yaml");
        kubeconfig = Files.writeString(file, server.getKubeConfigYaml());
        before = System.setProperty(KUBECONFIG, file.toString());
    }

    /** Waits until the server serves what is defined, which it finds out itself. */
    void define(List<HasMetadata> definitions) {
        cluster().apply(ApplySet.of("definitions", "default", definitions)).orThrow();
    }

    /** Waits for nothing, since nobody makes anything ready. */
    void apply(EnvironmentPlan environment) {
        ApplySet set = ApplySet.of(Kubernetes.backend().render(environment));
        outcomes.put(
                environment.name(),
                cluster().apply(set, ApplyOptions.defaults().withoutWaiting()).orThrow());
    }

    void stop() throws IOException {
        try {
            client.close();
        } finally {
            server.stop();
        }
        if (kubeconfig != null) {
            if (before == null) {
                System.clearProperty(KUBECONFIG);
            } else {
                System.setProperty(KUBECONFIG, before);
            }
            Files.deleteIfExists(kubeconfig);
        }
    }
}
