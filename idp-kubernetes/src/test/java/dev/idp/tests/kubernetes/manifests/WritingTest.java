package dev.idp.tests.kubernetes.manifests;

import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.output.WriteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path directory;

    @Test
    void makesAFileForEveryObjectInADirectoryForEveryService() {
        Manifests manifests = render(
                service("web")
                        .port(Port.http(8080))
                        .env("A", "b")
                        .cpu(Cpu.millis(100))
                        .replicas(2, 4)
                        .publicAt("www"),
                service("batch"));

        WriteReport report = manifests.writeTo(directory.resolve("deploy/prod"));

        assertThat(report).isEqualTo(new WriteReport(12, 0, 0));
        assertThat(files(directory.resolve("deploy/prod")))
                .containsOnlyKeys(
                        "batch/deployment.yaml",
                        "batch/serviceaccount.yaml",
                        "namespace-shop-prod.yaml",
                        "networkpolicy-default-deny.yaml",
                        "web/configmap.yaml",
                        "web/deployment.yaml",
                        "web/horizontalpodautoscaler.yaml",
                        "web/ingress.yaml",
                        "web/networkpolicy.yaml",
                        "web/poddisruptionbudget.yaml",
                        "web/service.yaml",
                        "web/serviceaccount.yaml");
    }

    @Test
    void writesTheObjectsThatYamlReadersRead() {
        render(service("batch")).writeTo(directory);

        assertThat(files(directory).get("batch/serviceaccount.yaml")).isEqualTo("""
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: batch
                    app.kubernetes.io/part-of: shop
                  name: batch
                  namespace: shop-prod
                automountServiceAccountToken: false
                """);
    }

    @Test
    void leavesEverythingAloneWhenNothingChanged() throws IOException {
        render(ported("web"), service("batch")).writeTo(directory);
        for (String file : files(directory).keySet()) {
            Files.setLastModifiedTime(directory.resolve(file), LONG_AGO);
        }

        WriteReport report = render(service("batch"), ported("web")).writeTo(directory);

        assertThat(report).isEqualTo(new WriteReport(0, 7, 0));
        for (String file : files(directory).keySet()) {
            assertThat(Files.getLastModifiedTime(directory.resolve(file))).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void writesOnlyWhatChanged() {
        render(ported("web").env("A", "b"), service("batch")).writeTo(directory);
        Map<String, String> before = files(directory);

        WriteReport report =
                render(ported("web").env("A", "c"), service("batch")).writeTo(directory);

        Map<String, String> after = files(directory);
        assertThat(report).isEqualTo(new WriteReport(2, 6, 0));
        assertThat(after).hasSameSizeAs(before);
        after.entrySet().removeAll(before.entrySet());
        assertThat(after).containsOnlyKeys("web/configmap.yaml", "web/deployment.yaml");
    }

    @Test
    void removesTheFilesOfServicesAndObjectsThatAreGone() {
        render(ported("web").replicas(2), service("batch")).writeTo(directory);

        WriteReport report = render(service("web")).writeTo(directory);

        assertThat(report).isEqualTo(new WriteReport(1, 3, 4));
        assertThat(files(directory))
                .containsOnlyKeys(
                        "namespace-shop-prod.yaml",
                        "networkpolicy-default-deny.yaml",
                        "web/deployment.yaml",
                        "web/serviceaccount.yaml");
        assertThat(directory.resolve("batch")).doesNotExist();
    }

    @Test
    void refusesToReplaceAFileThatSomebodyElseWrote() throws IOException {
        Files.createDirectory(directory.resolve("web"));
        Files.writeString(directory.resolve("web/deployment.yaml"), "mine");

        assertThatThrownBy(() -> render(service("web")).writeTo(directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("web/deployment.yaml");

        assertThat(directory.resolve("web/deployment.yaml")).hasContent("mine");
    }

    @Test
    void leavesTheFilesOfOthersAlone() throws IOException {
        Files.createDirectory(directory.resolve("batch"));
        Files.writeString(directory.resolve("batch/notes.txt"), "mine");
        render(service("web"), service("batch")).writeTo(directory);

        render(service("web")).writeTo(directory);

        assertThat(directory.resolve("batch/notes.txt")).hasContent("mine");
        assertThat(directory.resolve("batch/deployment.yaml")).doesNotExist();
    }

    @Test
    void theWholeIsItsFilesOneAfterTheOther() {
        Manifests manifests = render(ported("web").env("A", "$x: [é\n"), service("batch"));
        manifests.writeTo(directory);
        Map<String, String> files = files(directory);

        StringBuilder whole = new StringBuilder();
        manifests.objects().forEach(object -> {
            String kind = object.getKind().toLowerCase(Locale.ROOT);
            String service = object.getMetadata().getLabels().get("app.kubernetes.io/name");
            String file = service == null
                    ? kind + "-" + object.getMetadata().getName() + ".yaml"
                    : service + "/" + kind + ".yaml";
            whole.append("---\n").append(files.remove(file));
        });

        assertThat(manifests.toYaml()).isEqualTo(whole.toString());
        assertThat(files).isEmpty();
    }

    private static Service.Builder ported(String name) {
        return service(name).port(Port.http(8080));
    }

    /** Returns the texts of the YAML files below a directory. */
    private static Map<String, String> files(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            Map<String, String> files = new TreeMap<>();
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readString(path, UTF_8));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
