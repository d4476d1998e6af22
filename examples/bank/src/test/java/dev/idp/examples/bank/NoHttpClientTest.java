package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendering needs Fabric8's model alone: this program has no client on its class path, and no HTTP stack. */
class NoHttpClientTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.fabric8.kubernetes.client.KubernetesClient",
                "io.fabric8.kubernetes.client.http.HttpClient",
                "okhttp3.OkHttpClient",
                "io.vertx.core.Vertx",
                "org.eclipse.jetty.client.HttpClient",
                "org.apache.http.client.HttpClient",
            })
    void rendersWithoutAnHttpClient(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }
}
