package dev.idp.tests.kubernetes.facets;

import static dev.idp.Text.text;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private static final Lines LINES = Lines.of(FilesTest.class);
    private static final String POD = "/spec/template/spec";
    private static final Secret DB = Secret.named("db");

    @Test
    void plainFilesStandInAnImmutableMapAndAreMountedOneByOne() {
        Manifests manifests = render(
                service("orders")
                        .env("LEVEL", "info")
                        .file(
                                "/etc/app/app.conf",
                                text("api={}", Service.ref("api").url()))
                        .file("/etc/motd", "hello, $(WORLD)\n"),
                service("api").port(Port.http(80)));

        ConfigMap map = files(manifests);
        assertThat(map.getData())
                .containsExactly(
                        entry("etc_app_app.conf", "api=http://api:80"), entry("etc_motd", "hello, $(WORLD)\n"));
        assertThat(map.getImmutable()).isTrue();
        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(at(orders, POD + "/volumes"))
                .isEqualTo(yaml("""
                - name: files
                  configMap: {name: %s}
                """.formatted(map.getMetadata().getName())));
        assertThat(at(orders, POD + "/containers/0/volumeMounts")).isEqualTo(yaml("""
                - {name: files, mountPath: /etc/app/app.conf, subPath: etc_app_app.conf, readOnly: true}
                - {name: files, mountPath: /etc/motd, subPath: etc_motd, readOnly: true}
                """));
        assertThat(manifests.environment().graph().callsFrom("orders")).hasSize(1);
    }

    @Test
    void aChangeOfAFileReachesThePodsAndAChangeOfPathAsWell() {
        Set<String> names = new HashSet<>();
        for (List<String> file : List.of(List.of("/a/b", "c"), List.of("/a/b", "d"), List.of("/a/bc", ""))) {
            names.add(files(render(service("orders").file(file.get(0), file.get(1))))
                    .getMetadata()
                    .getName());
        }
        assertThat(names).hasSize(3).allSatisfy(name -> assertThat(name).matches("orders-files-[0-9a-f]{10}"));
    }

    @Test
    void secretFilesAreProjectedFromTheirSecrets() {
        Deployment orders = render(service("orders")
                        .secretFile("/run/key.pem", DB.key("key"))
                        .secretFile("/run/tls", Secret.named("tls").key("tls.crt")))
                .get(Deployment.class, "orders");

        assertThat(at(orders, POD + "/volumes")).isEqualTo(yaml("""
                - name: secret-files
                  projected:
                    sources:
                    - secret: {name: db, items: [{key: key, path: run_key.pem}]}
                    - secret: {name: tls, items: [{key: tls.crt, path: run_tls}]}
                """));
        assertThat(at(orders, POD + "/containers/0/volumeMounts")).isEqualTo(yaml("""
                - {name: secret-files, mountPath: /run/key.pem, subPath: run_key.pem, readOnly: true}
                - {name: secret-files, mountPath: /run/tls, subPath: run_tls, readOnly: true}
                """));
    }

    /** Keys know neither slashes nor spaces, and must not be mixed up. */
    @Test
    void pathsThatAreNoKeysAreToldApartByAHash() {
        Manifests manifests = render(service("orders")
                .file("/a/b", "1")
                .file("/a_b", "2")
                .file("/a b", "3")
                .file("/..b", "4"));

        assertThat(files(manifests).getData())
                .hasSize(4)
                .containsEntry("a_b", "1")
                .allSatisfy((key, text) -> assertThat(key).matches("[A-Za-z0-9_][A-Za-z0-9._-]*"));
    }

    @Test
    void variablesAndFilesAreWrittenToFilesOfTheirOwn(@TempDir Path directory) {
        render(service("orders").env("LEVEL", "info").file("/etc/motd", "hello"))
                .writeTo(directory);

        assertThat(directory.resolve("orders/configmap.yaml")).content().contains("LEVEL: info");
        assertThat(directory.resolve("orders/configmap-files.yaml")).content().contains("etc_motd: hello");
        assertThat(Files.exists(directory.resolve("orders/deployment.yaml"))).isTrue();
    }

    @Test
    void areExplained() {
        Manifests manifests = render(service("orders")
                .file("/etc/motd", "hello") // (file)
                .secretFile("/run/key.pem", DB.key("key"))); // (secret-file)
        String map = "ConfigMap/" + files(manifests).getMetadata().getName();

        assertThat(manifests.explain(map, "/data/etc_motd").toText()).isEqualTo(LINES.cite("""
                %s in prod
                  /data/etc_motd = "hello"
                    from   services/orders/file//etc/motd
                      set    hello by service orders, {file}""".formatted(map)));
        assertThat(manifests
                        .explain("Deployment/orders", POD + "/volumes/1/projected/sources/0/secret/name")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/volumes/1/projected/sources/0/secret/name = "db"
                            from   services/orders/secret-file//run/key.pem
                              set    {secret db/key} by service orders, {secret-file}""".formatted(POD)));
        assertThat(manifests
                        .explain("Deployment/orders", POD + "/containers/0/volumeMounts/0/subPath")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/containers/0/volumeMounts/0/subPath = "etc_motd"
                            rule   file by file, or the image's own files beside it could not be seen
                            from   services/orders/file//etc/motd
                              set    hello by service orders, {file}""".formatted(POD)));
    }

    @Test
    void aFileThatIsComposedWithASecretIsRefused() {
        assertThatThrownBy(() -> render(service("orders")
                        .secretFile("/etc/db.conf", text("password={}", DB.key("password"))))) // (composed)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: file /etc/db.conf is composed with a secret, and Kubernetes can only make one \
                        of a secret alone
                              said {composed}
                              fix  keep the whole text as one secret, or let an init step write it to a scratch \
                        directory"""));
    }

    private static ConfigMap files(Manifests manifests) {
        return manifests
                .objects()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .filter(map -> map.getMetadata().getName().startsWith("orders-files-"))
                .findFirst()
                .orElseThrow();
    }
}
