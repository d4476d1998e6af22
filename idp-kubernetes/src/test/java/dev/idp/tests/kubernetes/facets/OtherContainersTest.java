package dev.idp.tests.kubernetes.facets;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Text.text;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class OtherContainersTest {

    private static final Lines LINES = Lines.of(OtherContainersTest.class);
    private static final String INIT = "/spec/template/spec/initContainers";

    @Test
    void haveAllThatIsSaidOfThemAndAreAsRestrictedAsTheWorkload() {
        Container migrate = Container.named("migrate")
                .image("registry.example/migrate:1")
                .command("flyway")
                .arguments(text("-url={}", Service.ref("store").address()))
                .arguments("migrate $(x)")
                .env("LEVEL", "debug")
                .env("PRICE", "$(COST)")
                .secret("PASSWORD", Secret.named("db").key("password"))
                .secret("USER", text("app-{}", Secret.named("db").key("name")))
                .cpu(millis(100))
                .memory(mebibytes(64), mebibytes(128))
                .sharing("/tmp", "/etc/flyway.conf")
                .build();
        Manifests manifests = render(
                service("orders")
                        .scratch("/tmp")
                        .scratch("/var/cache")
                        .file("/etc/flyway.conf", "a=b")
                        .initStep(migrate),
                service("store").port(Port.tcp(5432)));

        assertThat(at(manifests.get(Deployment.class, "orders"), INIT)).isEqualTo(yaml("""
                - name: migrate
                  image: registry.example/migrate:1
                  command: [flyway]
                  args: ['-url=store:5432', migrate $$(x)]
                  env:
                  - {name: LEVEL, value: debug}
                  - {name: PRICE, value: $$(COST)}
                  - name: PASSWORD
                    valueFrom: {secretKeyRef: {name: db, key: password}}
                  - name: USER_PART_1
                    valueFrom: {secretKeyRef: {name: db, key: name}}
                  - {name: USER, value: app-$(USER_PART_1)}
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
                    limits: {memory: 128Mi}
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL]}
                    readOnlyRootFilesystem: true
                  volumeMounts:
                  - {name: scratch-0, mountPath: /tmp}
                  - {name: files, mountPath: /etc/flyway.conf, subPath: etc_flyway.conf, readOnly: true}
                """));
    }

    @Test
    void sayNoMoreThanTheyMust() {
        Deployment orders = render(service("orders")
                        .writableRootFilesystem("it unpacks itself")
                        .initStep(Container.named("warm").image("warm:1").build()))
                .get(Deployment.class, "orders");

        assertThat(at(orders, INIT)).isEqualTo(yaml("""
                - name: warm
                  image: warm:1
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL]}
                    readOnlyRootFilesystem: false
                """));
    }

    /** Steps run one after the other, and can use the sidecars, which go on running. */
    @Test
    void sidecarsAreThereBeforeTheStepsWhichKeepTheirOrder() {
        Deployment orders = render(service("orders")
                        .initStep(container("second-by-name"))
                        .initStep(container("first-by-name"))
                        .sidecar(container("proxy"))
                        .sidecar(container("agent")))
                .get(Deployment.class, "orders");

        assertThat(orders.getSpec().getTemplate().getSpec().getInitContainers())
                .extracting(init -> init.getName() + " " + init.getRestartPolicy())
                .containsExactly("agent Always", "proxy Always", "second-by-name null", "first-by-name null");
        assertThat(orders.getSpec().getTemplate().getSpec().getContainers()).hasSize(1);
    }

    @Test
    void areExplained() {
        Container proxy =
                Container.named("proxy").image("proxy:1").sharing("/tmp").build();
        Manifests manifests = render(service("orders")
                .scratch("/tmp") // (scratch)
                .sidecar(proxy)); // (sidecar)

        assertThat(manifests.explain("Deployment/orders", INIT + "/0/image").toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/0/image = "proxy:1"
                            from   services/orders/sidecar/proxy
                              set    proxy: proxy:1, sees /tmp by service orders, {sidecar}""".formatted(INIT)));
        assertThat(manifests
                        .explain("Deployment/orders", INIT + "/0/restartPolicy")
                        .toText())
                .isEqualTo("""
                        Deployment/orders in prod
                          %s/0/restartPolicy = "Always"
                            rule   a sidecar is an init container that goes on running, and stops with the copy""".formatted(INIT));
        assertThat(manifests
                        .explain("Deployment/orders", INIT + "/0/volumeMounts/0/mountPath")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/0/volumeMounts/0/mountPath = "/tmp"
                            rule   the container shares it
                            from   services/orders/sidecar/proxy
                              set    proxy: proxy:1, sees /tmp by service orders, {sidecar}
                            since  services/orders/scratch//tmp
                              set    /tmp by service orders, {scratch}""".formatted(INIT)));
    }

    private static Container container(String name) {
        return Container.named(name).image("registry.example/" + name + ":1").build();
    }
}
