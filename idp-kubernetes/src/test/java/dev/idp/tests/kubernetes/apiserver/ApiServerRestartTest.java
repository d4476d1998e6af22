package dev.idp.tests.kubernetes.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The server of these tests keeps what it has, and lets in whom it should. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApiServerRestartTest {

    @TempDir
    Path directory;

    @Test
    void comesBackWhereItWasWithAllItHad() throws Exception {
        try (ApiServer server = ApiServer.start()) {
            URI address = server.address();
            Kubectl kubectl = new Kubectl(directory, server.kubeConfig());
            assertThat(kubectl.run("create", "configmap", "kept").code()).isZero();
            String before = uid(kubectl);

            server.kill();
            assertThatIOException().isThrownBy(() -> status(server));
            server.restart();

            assertThat(server.address()).isEqualTo(address);
            assertThat(status(server)).isEqualTo(200);
            assertThat(uid(kubectl)).isNotEmpty().isEqualTo(before);
        }
    }

    @Test
    void knowsItsAdministratorAndNobody() throws Exception {
        assertThat(mayDoAll(ApiServer.shared().kubeConfig())).isEqualTo("yes");
        assertThat(mayDoAll(ApiServer.shared().kubeConfigWithToken())).isEqualTo("yes");
        assertThat(mayDoAll(ApiServer.shared().kubeConfigOfNobody())).isEqualTo("no");
    }

    private String mayDoAll(String kubeConfig) throws Exception {
        return new Kubectl(directory, kubeConfig)
                .run("auth", "can-i", "create", "configmaps")
                .text()
                .strip();
    }

    private static String uid(Kubectl kubectl) throws Exception {
        return kubectl.run("get", "configmap", "kept", "-o", "jsonpath={.metadata.uid}")
                .text();
    }

    private static int status(ApiServer server) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/readyz")).build();
        return server.client().send(request, BodyHandlers.discarding()).statusCode();
    }
}
