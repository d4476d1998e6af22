package dev.idp.tests.kubernetes.manifests;

import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Layout;
import dev.idp.kubernetes.Manifests;
import dev.idp.output.WriteReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out can be split into files in several ways, and says the same in all of them. */
class LayoutTest {

    @TempDir
    Path directory;

    @Test
    void oneFileAnObjectIsTheUsualOne() {
        manifests().writeTo(directory);

        WriteReport again = manifests().writeTo(directory, Layout.filePerObject());

        assertThat(again).isEqualTo(new WriteReport(0, 9, 0));
    }

    @Test
    void oneFileAWorkload() {
        manifests().writeTo(directory, Layout.filePerWorkload());

        assertThat(kinds())
                .isEqualTo(Map.of(
                        "environment.yaml",
                        "Namespace Namespace CustomResourceDefinition NetworkPolicy ConfigMap",
                        "workloads/batch.yaml",
                        "ServiceAccount Deployment",
                        "workloads/web.yaml",
                        "ServiceAccount Deployment"));
    }

    @Test
    void oneFileForEverything() {
        manifests().writeTo(directory, Layout.oneFile());

        assertThat(files()).isEqualTo(Map.of("manifests.yaml", manifests().toYaml()));
    }

    @Test
    void whatOthersNeedComesFirst() {
        assertThat(references(manifests()))
                .startsWith(
                        "Namespace/shop-prod",
                        "Namespace/shop-web-jobs",
                        "CustomResourceDefinition/widgets.example.com",
                        "NetworkPolicy/default-deny",
                        "ConfigMap/limits",
                        "ServiceAccount/batch")
                .doesNotHaveDuplicates();
    }

    @Test
    void theKustomizationListsTheFilesInTheirOrder() {
        manifests().writeTo(directory, Layout.filePerObject().withKustomization());

        assertThat(files().get("kustomization.yaml")).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                - namespace-shop-prod.yaml
                - web/namespace_shop-web-jobs.yaml
                - web/customresourcedefinition.apiextensions.k8s.io_widgets.example.com.yaml
                - networkpolicy-default-deny.yaml
                - configmap_limits.yaml
                - batch/serviceaccount.yaml
                - batch/deployment.yaml
                - web/serviceaccount.yaml
                - web/deployment.yaml
                """);
        manifests().writeTo(directory, Layout.filePerWorkload().withKustomization());
        assertThat(files().get("kustomization.yaml")).endsWith("""
                resources:
                - environment.yaml
                - workloads/batch.yaml
                - workloads/web.yaml
                """);
        manifests().writeTo(directory, Layout.oneFile().withKustomization());
        assertThat(files().get("kustomization.yaml")).endsWith("""
                resources:
                - manifests.yaml
                """);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void allSayTheSame(Layout layout) {
        manifests().writeTo(directory, layout);

        assertThat(documents(files().entrySet().stream()
                        .filter(file -> !file.getKey().equals("kustomization.yaml"))
                        .map(Map.Entry::getValue)))
                .isEqualTo(documents(Stream.of(manifests().toYaml())));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void anotherLayoutInTheSameDirectoryRemovesTheFilesOfTheFormer(Layout former) {
        manifests().writeTo(directory, former);

        manifests().writeTo(directory, Layout.filePerObject());

        assertThat(files()).hasSize(9).doesNotContainKeys("kustomization.yaml", "manifests.yaml", "environment.yaml");
        assertThat(directory.resolve("workloads")).doesNotExist();
        manifests().writeTo(directory, former);
        assertThat(manifests().writeTo(directory, former).unchanged()).isEqualTo(files().size());
    }

    @Test
    void aKustomizationOfSomebodyElseStays() throws IOException {
        Files.writeString(directory.resolve("kustomization.yaml"), "mine");

        assertThatThrownBy(() -> manifests().writeTo(directory, Layout.oneFile().withKustomization()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kustomization.yaml");
        assertThat(directory.resolve("kustomization.yaml")).hasContent("mine");
    }

    @Test
    void aLayoutThatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(() -> manifests().writeTo(directory, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the layout of manifests is null");
    }

    private static Stream<Layout> layouts() {
        return Stream.of(Layout.filePerObject(), Layout.filePerWorkload(), Layout.oneFile())
                .flatMap(layout -> Stream.of(layout, layout.withKustomization()));
    }

    /** With what must come first where it is said last. */
    private static Manifests manifests() {
        ConfigMap limits = new ConfigMap();
        limits.setMetadata(named("limits"));
        return render(
                prod().with(Kubernetes.objects("limits", environment -> List.of(limits)))
                        .build(),
                service("batch"),
                service("web").with(Kubernetes.clusterObjects("needed", web -> needed())));
    }

    private static List<HasMetadata> needed() {
        Namespace namespace = new Namespace();
        namespace.setMetadata(named("shop-web-jobs"));
        GenericKubernetesResource definition = new GenericKubernetesResource();
        definition.setApiVersion("apiextensions.k8s.io/v1");
        definition.setKind("CustomResourceDefinition");
        definition.setMetadata(named("widgets.example.com"));
        return List.of(namespace, definition);
    }

    private static ObjectMeta named(String name) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(name);
        return meta;
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        files().forEach((file, text) -> kinds.put(
                file,
                text.lines()
                        .filter(line -> line.startsWith("kind: "))
                        .map(line -> line.substring(6))
                        .collect(Collectors.joining(" "))));
        return kinds;
    }

    private static List<String> documents(Stream<String> texts) {
        return texts.flatMap(text -> Stream.of(text.split("(?m)^---\n")))
                .filter(document -> !document.isEmpty())
                .sorted()
                .toList();
    }

    private Map<String, String> files() {
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
