package dev.idp.tests.testing.snapshot;

import static dev.idp.tests.testing.snapshot.Failures.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.idp.Environment;
import dev.idp.Secret;
import dev.idp.Statements;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.testing.kubernetes.KubernetesSnapshot;
import dev.idp.testing.snapshot.Machine;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot of manifests fails object by object, field by field, with the line of the program. */
class ManifestSnapshotTest {

    @TempDir
    private Path directory;

    @Test
    void manifestsAreADirectoryWithAFileForEachWorkload() throws IOException {
        taken(orders -> orders.replicas(2));

        try (Stream<Path> files = Files.list(directory.resolve("prod"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "_environment.yaml", "orders.yaml", "orders-db.yaml", "payments.yaml", "report.yaml");
        }
        assertThat(Files.readString(directory.resolve("prod/orders.yaml")))
                .contains("""

                Deployment/orders:
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata:
                    name: orders
                    namespace: shop-prod
                    labels:
                """)
                .contains("\n        containers:\n        - name: orders\n          env:\n");
    }

    @Test
    void theSameManifestsPass() {
        taken(orders -> orders.replicas(2));

        assertThatCode(() -> Machine.ci()
                        .in(directory)
                        .matches("prod", KubernetesSnapshot.of(manifests(orders -> orders.replicas(2)))))
                .doesNotThrowAnyException();
    }

    @Test
    void formattingAndTheOrderOfKeysAreNoDifference() throws IOException {
        taken(orders -> orders.replicas(2));
        Path file = directory.resolve("prod/orders.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "  apiVersion: apps/v1\n  kind: Deployment\n",
                                "  kind: 'Deployment'\n\n  apiVersion: apps/v1\n")
                        .replace("\n", "\r\n"));

        assertThatCode(() -> Machine.ci()
                        .in(directory)
                        .matches("prod", KubernetesSnapshot.of(manifests(orders -> orders.replicas(2)))))
                .doesNotThrowAnyException();
    }

    @Test
    void aChangedFieldIsSaidWithItsLine() {
        taken(orders -> orders.replicas(2));

        assertDiffers(orders -> orders.replicas(3), """
                1 place:
                  Deployment/orders in prod
                    spec/replicas: 2 -> 3, by service orders in prod, ManifestSnapshotTest.java:LINE""");
    }

    @Test
    void anObjectThatIsNewIsSaidOnceWithWhoDeclaredWhatItIsFor() {
        taken(orders -> {});

        assertDiffers(orders -> orders.publicAt("orders"), """
                2 places:
                  Ingress/orders in prod: added, by service orders, SmallShop.java:LINE
                  NetworkPolicy/orders in prod
                    spec/ingress/0/from/1: added {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}, by environment prod, SmallShop.java:LINE""");
    }

    @Test
    void anObjectThatIsGoneIsSaidOnce() {
        taken(orders -> orders.publicAt("orders"));

        assertDiffers(orders -> {}, """
                2 places:
                  Ingress/orders: removed from prod/orders.yaml
                  NetworkPolicy/orders in prod
                    spec/ingress/0/from/1: removed {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}""");
    }

    @Test
    void anObjectNamedAfterItsContentStaysTheSame() {
        taken(orders -> orders.env("MODE", "fast"));

        String message = Failures.message(directory, () -> Machine.usual()
                .in(directory)
                .matches("prod", KubernetesSnapshot.of(manifests(orders -> orders.env("MODE", "slow")))));

        assertThat(message.replaceAll("-[0-9a-f]{10} in", "-HASH in")).isEqualTo("""
                The snapshot 'prod' of DIRECTORY differs in 1 place:
                  ConfigMap/orders-env-HASH in prod
                    data/MODE: fast -> slow, by service orders in prod, ManifestSnapshotTest.java:LINE
                  and in 2 names with a hash of what differs
                  accept with -Didp.snapshots=update""");
    }

    @Test
    void anImageWithAHashIsNoConsequence() {
        taken(orders -> orders.image("orders:main-0123456789").env("MODE", "fast"));

        assertThat(Failures.message(directory, () -> Machine.usual()
                        .in(directory)
                        .matches(
                                "prod", KubernetesSnapshot.of(manifests(orders -> orders.image("orders:main-fedcba9876")
                                        .env("MODE", "slow"))))))
                .contains("image: orders:main-0123456789 -> orders:main-fedcba9876, by service orders in prod")
                .contains("  and in 2 names with a hash of what differs");
    }

    @Test
    void containersAreMatchedByTheirNames() {
        taken(orders -> orders.secret("A", Secret.named("a").key("k")));

        assertDiffers(
                orders -> orders.secret("A", Secret.named("b").key("k"))
                        .secret("AA", Secret.named("a").key("k")),
                """
                2 places:
                  Deployment/orders in prod
                    spec/template/spec/containers/orders/env/A/valueFrom/secretKeyRef/name: a -> b, by service orders in prod, ManifestSnapshotTest.java:LINE
                    spec/template/spec/containers/orders/env/AA: added {name: AA, valueFrom: {secretKeyRef: {name: a, key: k}}}, by service orders in prod, ManifestSnapshotTest.java:LINE""");
    }

    @Test
    void objectsOfOneNameAreToldApartByTheirNamespaces() {
        Machine.usual().in(directory).matches("prod", KubernetesSnapshot.of(configMaps("a")));

        assertFailure(
                directory,
                () -> Machine.usual().in(directory).matches("prod", KubernetesSnapshot.of(configMaps("b"))),
                """
                The snapshot 'prod' of DIRECTORY differs in 1 place:
                  ConfigMap/shop-prod/limits in prod
                    data/most: a -> b, by environment prod, ManifestSnapshotTest.java:LINE
                  accept with -Didp.snapshots=update""");
    }

    private static Manifests configMaps(String most) {
        Environment prod = Environment.named("prod")
                .with(Kubernetes.objects(
                        "limits",
                        environment ->
                                List.of(configMap("monitoring", "always"), configMap(environment.namespace(), most))))
                .build();
        return Kubernetes.backend()
                .render(SmallShop.platform(orders -> {}, prod).plan().in(prod));
    }

    private static ConfigMap configMap(String namespace, String most) {
        ConfigMap configMap = new ConfigMap();
        configMap.setMetadata(new ObjectMeta());
        configMap.getMetadata().setName("limits");
        configMap.getMetadata().setNamespace(namespace);
        configMap.setData(Map.of("most", most));
        return configMap;
    }

    private void taken(Consumer<Statements> orders) {
        Machine.usual().in(directory).matches("prod", KubernetesSnapshot.of(manifests(orders)));
    }

    private void assertDiffers(Consumer<Statements> orders, String differences) {
        assertFailure(
                directory,
                () -> Machine.usual().in(directory).matches("prod", KubernetesSnapshot.of(manifests(orders))),
                "The snapshot 'prod' of DIRECTORY differs in " + differences
                        + "\n  accept with -Didp.snapshots=update");
    }

    private static Manifests manifests(Consumer<Statements> orders) {
        EnvironmentPlan prod = SmallShop.plan(orders).in("prod");
        return Kubernetes.backend().render(prod);
    }
}
