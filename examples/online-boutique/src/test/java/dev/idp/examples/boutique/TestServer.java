package dev.idp.examples.boutique;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An API server that the current kubeconfig leads to, as long as it runs. No controller runs in it. */
final class TestServer implements AutoCloseable {

    private static final String KUBECONFIG = "kubeconfig";

    private final KubeAPIServer server = new KubeAPIServer(
            KubeAPIServerConfigBuilder.anAPIServerConfig().withOfflineMode(true).build());
    private final KubernetesClient client;

    TestServer(Path directory) throws IOException {
        server.start();
        Path file = Files.writeString(directory.resolve(KUBECONFIG), server.getKubeConfigYaml());
        System.setProperty(KUBECONFIG, file.toString());
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
    }

    KubernetesClient client() {
        return client;
    }

    @Override
    public void close() {
        System.clearProperty(KUBECONFIG);
        client.close();
        server.stop();
    }
}
