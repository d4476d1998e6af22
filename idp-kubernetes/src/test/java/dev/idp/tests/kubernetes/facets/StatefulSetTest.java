package dev.idp.tests.kubernetes.facets;

import static dev.idp.Memory.gibibytes;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.Port;
import dev.idp.Storage;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatefulSetTest {

    private static final Lines LINES = Lines.of(StatefulSetTest.class);

    @Test
    void runsAServiceWhoseCopiesKeepTheirNamesAndStorage() {
        Manifests manifests = render(service("db")
                .stateful()
                .replicas(3)
                .port(Port.tcp(5432))
                .storage("/var/lib/data", Storage.of(gibibytes(10)).ofType("fast"))
                .storage("/wal", gibibytes(2)));

        assertThat(references(manifests))
                .containsExactly(
                        "Namespace/shop-prod",
                        "NetworkPolicy/default-deny",
                        "ServiceAccount/db",
                        "StatefulSet/db",
                        "Service/db-headless",
                        "Service/db",
                        "PodDisruptionBudget/db");
        StatefulSet db = manifests.get(StatefulSet.class, "db");
        assertThat(at(db, "/spec/replicas")).isEqualTo(yaml("3"));
        assertThat(at(db, "/spec/serviceName")).isEqualTo(yaml("db-headless"));
        assertThat(at(db, "/spec/selector/matchLabels")).isEqualTo(yaml("app.kubernetes.io/name: db"));
        assertThat(at(db, "/spec/persistentVolumeClaimRetentionPolicy")).isEqualTo(yaml("null"));
        assertThat(at(db, "/spec/volumeClaimTemplates")).isEqualTo(yaml("""
                - apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata: {name: storage-var-lib-data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: fast
                    resources: {requests: {storage: 10Gi}}
                - apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata: {name: storage-wal}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 2Gi}}
                """));
        assertThat(at(db, "/spec/template/spec/containers/0/volumeMounts")).isEqualTo(yaml("""
                - {name: storage-var-lib-data, mountPath: /var/lib/data}
                - {name: storage-wal, mountPath: /wal}
                """));
        assertThat(at(db, "/spec/template/spec/volumes")).isEqualTo(yaml("null"));
    }

    @Test
    void hasAHeadlessServiceBesideTheUsualOne(@TempDir Path directory) {
        Manifests manifests = render(service("db").stateful().port(Port.tcp(5432)));

        assertThat(at(manifests.get(Service.class, "db-headless"), "/spec")).isEqualTo(yaml("""
                clusterIP: None
                publishNotReadyAddresses: true
                selector: {app.kubernetes.io/name: db}
                ports:
                - {name: tcp, port: 5432, targetPort: tcp, protocol: TCP}
                """));
        assertThat(at(manifests.get(Service.class, "db"), "/spec/clusterIP")).isEqualTo(yaml("null"));
        manifests.writeTo(directory);
        assertThat(directory.resolve("db/service.yaml")).content().doesNotContain("headless");
        assertThat(directory.resolve("db/service-headless.yaml")).content().contains("name: db-headless");
        assertThat(directory.resolve("db/statefulset.yaml")).exists();
    }

    @Test
    void needsNoPorts() {
        assertThat(references(render(service("db").stateful())))
                .contains("Service/db-headless")
                .doesNotContain("Service/db");
    }

    /** Claims are found again by their names, so these depend on nothing but the path. */
    @Test
    void aClaimKeepsItsNameWhateverElseIsStored() {
        StatefulSet db = render(service("db")
                        .stateful()
                        .storage("/a", gibibytes(1))
                        .storage("/data", gibibytes(1))
                        .storage("/Data", gibibytes(1))
                        .storage("/" + "long/".repeat(20) + "path", gibibytes(1)))
                .get(StatefulSet.class, "db");

        assertThat(db.getSpec().getVolumeClaimTemplates())
                .extracting(PersistentVolumeClaim::getMetadata)
                .extracting(meta -> meta.getName())
                .contains("storage-a", "storage-data")
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z0-9-]{1,63}"));
    }

    @Test
    void itsStorageIsSharedByContainers() {
        StatefulSet db = render(service("db")
                        .stateful()
                        .storage("/data", gibibytes(1))
                        .initStep(Container.named("prepare")
                                .image("prepare:1")
                                .sharing("/data")
                                .build()))
                .get(StatefulSet.class, "db");

        assertThat(at(db, "/spec/template/spec/initContainers/0/volumeMounts"))
                .isEqualTo(yaml("[{name: storage-data, mountPath: /data}]"));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(service("db")
                .stateful() // (stateful)
                .storage("/data", gibibytes(1))); // (storage)

        assertThat(manifests.explain("StatefulSet/db", "/kind").toText()).isEqualTo(LINES.cite("""
                StatefulSet/db in prod
                  /kind = "StatefulSet"
                    rule   each copy keeps its name and its storage
                    since  services/db/kind
                      set    stateful by service db, {stateful}
                      lost   stateless by library default: copies that can replace each other are the easiest to run"""));
        assertThat(manifests
                        .explain("StatefulSet/db", "/spec/volumeClaimTemplates/0/spec/resources/requests/storage")
                        .toText())
                .isEqualTo(LINES.cite("""
                        StatefulSet/db in prod
                          /spec/volumeClaimTemplates/0/spec/resources/requests/storage = "1Gi"
                            from   services/db/storage//data
                              set    1Gi by service db, {storage}"""));
        assertThat(manifests
                        .explain("StatefulSet/db", "/spec/persistentVolumeClaimRetentionPolicy")
                        .reason())
                .isEqualTo("left to Kubernetes, which keeps the storage of copies that are gone");
        assertThat(manifests.explain("Service/db-headless", "/spec/clusterIP").reason())
                .isEqualTo("gives each copy an address of its own");
    }

    /** The revision of a StatefulSet is the value of a label of its pods. */
    @Test
    void aNameThatLeavesNoRoomForTheRevisionIsRefused() {
        assertThat(references(render(service("d".repeat(52)).stateful()))).contains("StatefulSet/" + "d".repeat(52));
        assertThatThrownBy(() -> render(service("d".repeat(53)).stateful())) // (long)
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching("""
                        1 problem in platform 'shop':
                          d+ in prod: the name is too long for a stateful service on Kubernetes, which adds to it: 53 \
                        characters
                              declared Platforms.java:\\d+
                              fix      use at most 52 characters""");
    }

    @Test
    void aServiceWithTheNameOfTheHeadlessOneIsRefused() {
        assertThatThrownBy(() -> render(
                        service("db").stateful(),
                        service("db-headless").port(Port.tcp(1)),
                        service("other").stateful(),
                        service("other-headless")))
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching("""
                        1 problem in platform 'shop':
                          db-headless in prod: the copies of 'db' are found by this name
                              declared Platforms.java:\\d+
                              copies   Platforms.java:\\d+
                              fix      rename one of the services""");
    }
}
