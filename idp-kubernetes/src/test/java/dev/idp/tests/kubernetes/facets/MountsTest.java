package dev.idp.tests.kubernetes.facets;

import static dev.idp.Memory.gibibytes;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.Environment;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Volume;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsTest {

    private static final Lines LINES = Lines.of(MountsTest.class);
    private static final String POD = "/spec/template/spec";

    @Test
    void areClaimsThatContainersSee() {
        Deployment orders = render(service("orders")
                        .mount("/uploads", Text.of("uploads"))
                        .mountReadOnly("/fonts", Text.of("fonts.v2"))
                        .sidecar(Container.named("scan")
                                .image("scan:1")
                                .sharing("/uploads")
                                .build()))
                .get(Deployment.class, "orders");

        assertThat(at(orders, POD + "/volumes")).isEqualTo(yaml("""
                - name: mount-fonts-v2-b39f08ae3b
                  persistentVolumeClaim: {claimName: fonts.v2}
                - name: mount-uploads
                  persistentVolumeClaim: {claimName: uploads}
                """));
        assertThat(at(orders, POD + "/containers/0/volumeMounts")).isEqualTo(yaml("""
                - {name: mount-fonts-v2-b39f08ae3b, mountPath: /fonts, readOnly: true}
                - {name: mount-uploads, mountPath: /uploads}
                """));
        assertThat(at(orders, POD + "/initContainers/0/volumeMounts"))
                .isEqualTo(yaml("[{name: mount-uploads, mountPath: /uploads}]"));
    }

    /** The kubelet would wait for ever for a second volume of one claim. */
    @Test
    void ofOneVolumeAtTwoPathsAreOneVolume() {
        Deployment orders = render(
                        service("orders").mount("/in", Text.of("uploads")).mountReadOnly("/out", Text.of("uploads")))
                .get(Deployment.class, "orders");

        assertThat(at(orders, POD + "/volumes"))
                .isEqualTo(yaml("[{name: mount-uploads, persistentVolumeClaim: {claimName: uploads}}]"));
        assertThat(at(orders, POD + "/containers/0/volumeMounts")).isEqualTo(yaml("""
                - {name: mount-uploads, mountPath: /in}
                - {name: mount-uploads, mountPath: /out, readOnly: true}
                """));
    }

    @Test
    void ofWhatAProvisionerSuppliesHaveTheirClaims(@TempDir Path directory) {
        Environment prod = prod().provides(
                        Share.class,
                        new Shares(
                                new Volume("pictures", Storage.of(gibibytes(5)).ofType("nfs"), true),
                                new Volume("thumbnails", Storage.of(gibibytes(1)), false)))
                .build();
        Manifests manifests = render(prod, service("orders").mount("/pictures", new Share("pictures").volume()));

        assertThat(references(manifests))
                .containsSubsequence(
                        "NetworkPolicy/default-deny",
                        "PersistentVolumeClaim/pictures",
                        "PersistentVolumeClaim/thumbnails",
                        "ServiceAccount/orders");
        assertThat(at(manifests.get(PersistentVolumeClaim.class, "pictures"), ""))
                .isEqualTo(yaml("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: pictures
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                spec:
                  accessModes: [ReadWriteMany]
                  storageClassName: nfs
                  resources: {requests: {storage: 5Gi}}
                """));
        assertThat(at(manifests.get(PersistentVolumeClaim.class, "thumbnails"), "/spec"))
                .isEqualTo(yaml("""
                        accessModes: [ReadWriteOnce]
                        resources: {requests: {storage: 1Gi}}
                        """));
        assertThat(at(manifests.get(Deployment.class, "orders"), POD + "/volumes"))
                .isEqualTo(yaml("[{name: mount-pictures, persistentVolumeClaim: {claimName: pictures}}]"));
        manifests.writeTo(directory);
        assertThat(directory.resolve("persistentvolumeclaim-pictures.yaml")).exists();
    }

    @Test
    void areExplained() {
        Environment prod = prod().provides(
                        Share.class, // (provides)
                        new Shares(new Volume("pictures", Storage.of(gibibytes(5)), true)))
                .build();
        Manifests manifests =
                render(prod, service("orders").mountReadOnly("/pictures", new Share("pictures").volume())); // (mount)

        assertThat(manifests
                        .explain("PersistentVolumeClaim/pictures", "/spec/accessModes/0")
                        .toText())
                .matches("""
                        PersistentVolumeClaim/pictures in prod
                          /spec/accessModes/0 = "ReadWriteMany"
                            rule   copies on several nodes may write to it
                            from   resources/pictures/volumes/pictures
                              set    pictures 5Gi shared by environment prod, MountsTest.java:\\d+""");
        assertThat(manifests
                        .explain("Deployment/orders", POD + "/volumes/0/persistentVolumeClaim/claimName")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/volumes/0/persistentVolumeClaim/claimName = "pictures"
                            from   services/orders/mount//pictures
                              set    {pictures.volume}, read-only by service orders, {mount}""".formatted(POD)));
    }

    @Test
    void ofWhatCanBeNoVolumeAreRefused() {
        assertThatThrownBy(() -> render(service("orders").mount("/uploads", Text.of("My Files")))) // (no-volume)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: no volume can have the name 'My Files'
                              said {no-volume}
                              fix  mount a volume of the environment, named in lower case with dashes"""));
    }
}
