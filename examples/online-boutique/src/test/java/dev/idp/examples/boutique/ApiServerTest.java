package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Manifests;
import dev.idp.testing.junit.EachEnvironment;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import dev.idp.testing.kubernetes.OnApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.URLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Kubernetes API server says to every file, by a dry run with strict validation of fields. */
@PlatformTest(OnlineBoutique.class)
@OnApiServer
class ApiServerTest {

    private static KubernetesClient client;

    @TempDir
    Path output;

    @BeforeAll
    static void use(KubernetesClient ofTheServer) {
        client = ofTheServer;
    }

    @Test
    void isAServerOfOurTime() {
        assertThat(Integer.parseInt(client.getKubernetesVersion().getMinor())).isGreaterThanOrEqualTo(34);
    }

    @EachEnvironment
    void acceptsEveryFile(Manifests manifests) throws Exception {
        createNamespace(manifests);
        manifests.writeTo(output);

        int accepted = 0;
        for (HasMetadata object : manifests.objects().toList()) {
            HttpResponse<String> response = dryRun(object, Files.readString(file(object)));
            assertThat(response.code())
                    .as("%s/%s: %s", object.getKind(), object.getMetadata().getName(), response.bodyString())
                    .isBetween(200, 201);
            accepted++;
        }
        assertThat(accepted).isGreaterThan(50);
    }

    @EachEnvironment
    void admitsThePodsWhereTheRestrictedStandardIsEnforced(Manifests manifests) {
        createNamespace(manifests);

        List<Deployment> deployments = manifests
                .objects()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .toList();

        assertThat(deployments).isNotEmpty().allSatisfy(deployment -> {
            Pod pod = new Pod();
            ObjectMeta meta = deployment.getSpec().getTemplate().getMetadata();
            meta.setName(deployment.getMetadata().getName());
            meta.setNamespace(deployment.getMetadata().getNamespace());
            pod.setMetadata(meta);
            pod.setSpec(deployment.getSpec().getTemplate().getSpec());
            assertThat(client.resource(pod).dryRun().create()).isNotNull();
        });
    }

    @Test
    void refusesAFileWithAFieldThatDoesNotExist(@In("dev") Manifests manifests) throws Exception {
        createNamespace(manifests);
        Deployment deployment = manifests.get(Deployment.class, "frontend");

        HttpResponse<String> response =
                dryRun(deployment, manifests.toYaml().transform(ApiServerTest::frontendWithTypingError));

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
    private static void createNamespace(Manifests manifests) {
        Namespace namespace =
                manifests.get(Namespace.class, manifests.environment().namespace());
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
