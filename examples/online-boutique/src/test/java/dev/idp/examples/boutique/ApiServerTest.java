package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.EnvironmentPlan;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.URLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real Kubernetes API server says to every file, by a dry run with strict validation of fields. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApiServerTest {

    private static KubeAPIServer server;
    private static KubernetesClient client;

    @TempDir
    Path output;

    static List<EnvironmentPlan> environments() {
        return OnlineBoutique.platform().plan().environments();
    }

    @BeforeAll
    static void start() {
        server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withOfflineMode(true)
                .build());
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
    }

    @AfterAll
    static void stop() {
        server.stop();
        client.close();
    }

    @Test
    void isAServerOfOurTime() {
        assertThat(Integer.parseInt(client.getKubernetesVersion().getMinor())).isGreaterThanOrEqualTo(34);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void acceptsEveryFile(EnvironmentPlan environment) throws Exception {
        long objects = Kubernetes.backend().render(environment).objects().count();
        createNamespace(environment);
        Kubernetes.backend().render(environment).writeTo(output);

        int accepted = 0;
        for (HasMetadata object :
                Kubernetes.backend().render(environment).objects().toList()) {
            HttpResponse<String> response = dryRun(object, Files.readString(file(object)));
            assertThat(response.code())
                    .as("%s/%s: %s", object.getKind(), object.getMetadata().getName(), response.bodyString())
                    .isBetween(200, 201);
            accepted++;
        }
        assertThat(accepted).isEqualTo(objects).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void admitsThePodsWhereTheRestrictedStandardIsEnforced(EnvironmentPlan environment) {
        createNamespace(environment);

        List<Deployment> deployments = Kubernetes.backend()
                .render(environment)
                .objects()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .toList();

        assertThat(deployments).isNotEmpty().allSatisfy(deployment -> {
            Pod pod = new Pod();
            ObjectMeta meta = deployment.getSpec().getTemplate().getMetadata();
            meta.setName(deployment.getMetadata().getName());
            meta.setNamespace(environment.namespace());
            pod.setMetadata(meta);
            pod.setSpec(deployment.getSpec().getTemplate().getSpec());
            assertThat(client.resource(pod).dryRun().create()).isNotNull();
        });
    }

    @Test
    void refusesAFileWithAFieldThatDoesNotExist() throws Exception {
        EnvironmentPlan environment = environments().get(0);
        createNamespace(environment);
        Deployment deployment = Kubernetes.backend().render(environment).get(Deployment.class, "frontend");

        HttpResponse<String> response = dryRun(
                deployment,
                Kubernetes.backend().render(environment).toYaml().transform(ApiServerTest::frontendWithTypingError));

        assertThat(response.code()).isGreaterThanOrEqualTo(400);
        assertThat(response.bodyString()).contains("replicaz");
    }

    private static String frontendWithTypingError(String stream) {
        return Stream.of(stream.split("---\n"))
                .filter(document -> document.contains("kind: Deployment") && document.contains("  name: frontend\n"))
                .findFirst()
                .orElseThrow()
                .replace("template:", "replicaz: 3\n  template:");
    }

    /** Really, since the server looks it up for everything in it. */
    private static void createNamespace(EnvironmentPlan environment) {
        Namespace namespace = Kubernetes.backend().render(environment).get(Namespace.class, environment.namespace());
        if (client.resource(namespace).get() == null) {
            client.resource(namespace).create();
        }
    }

    private static HttpResponse<String> dryRun(HasMetadata object, String yaml) throws Exception {
        String kind = object.getPlural();
        String version = object.getApiVersion();
        String namespace = object instanceof Namespace
                ? ""
                : "/namespaces/" + object.getMetadata().getNamespace();
        String url = URLUtils.join(
                client.getMasterUrl().toString(),
                (version.contains("/") ? "apis/" : "api/") + version + namespace,
                kind,
                object.getMetadata().getName());
        return client.getHttpClient()
                .sendAsync(
                        client.getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(url + "?dryRun=All&fieldManager=idp&fieldValidation=Strict")
                                .method("PATCH", "application/apply-patch+yaml", yaml)
                                .build(),
                        String.class)
                .get(30, TimeUnit.SECONDS);
    }

    private Path file(HasMetadata object) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> isOf(path, object))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isOf(Path path, HasMetadata object) {
        try {
            String yaml = Files.readString(path);
            return yaml.contains("\nkind: " + object.getKind() + "\n")
                    && yaml.contains("\n  name: " + object.getMetadata().getName() + "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
