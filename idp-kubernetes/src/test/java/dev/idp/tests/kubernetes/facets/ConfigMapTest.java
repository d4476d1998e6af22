package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigMapTest {

    @Test
    void holdsThePlainVariablesAndCannotChange() {
        ConfigMap map = configuration(service("orders").env("LEVEL", "info").env("EMPTY", ""));

        assertThat(map.getMetadata().getName()).matches("orders-env-[0-9a-f]{10}");
        assertThat(map.getMetadata().getLabels()).containsEntry("app.kubernetes.io/name", "orders");
        assertThat(map.getImmutable()).isTrue();
        assertThat(at(map, "/data")).isEqualTo(yaml("""
                EMPTY: ''
                LEVEL: info
                """));
    }

    @Test
    void resolvesReferencesToTheNamesOfServices() {
        Service payments =
                service("payments").port(Port.http(8080).servedOn(80)).build();

        ConfigMap map = configuration(
                service("orders")
                        .env("HOST", payments.host())
                        .env("PORT", payments.port())
                        .env("ADDRESS", payments.address())
                        .env("URL", payments.url()),
                service("payments").port(Port.http(8080).servedOn(80)));

        assertThat(at(map, "/data")).isEqualTo(yaml("""
                ADDRESS: payments:80
                HOST: payments
                PORT: '80'
                URL: http://payments:80
                """));
    }

    @Test
    void isReadByThePodsAsAWhole() {
        Manifests manifests = render(service("orders").env("LEVEL", "info"));
        String name = configuration(manifests).getMetadata().getName();

        Deployment deployment = manifests.get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec/containers/0/envFrom"))
                .isEqualTo(yaml("- configMapRef: {name: " + name + "}"));
        assertThat(at(deployment, "/spec/template/spec/containers/0/env")).isEqualTo(yaml("null"));
    }

    @Test
    void isAbsentWhenThereIsNoPlainVariable() {
        Manifests manifests =
                render(service("orders").secret("PASSWORD", Secret.named("db").key("password")));

        assertThat(references(manifests)).noneMatch(name -> name.startsWith("ConfigMap/"));
        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/template/spec/containers/0/envFrom"))
                .isEqualTo(yaml("null"));
    }

    @Test
    void hasAnotherNameForEveryOtherContent() {
        List<Service.Builder> contents = List.of(
                service("orders").env("A", "BC"),
                service("orders").env("AB", "C"),
                service("orders").env("ABC", ""),
                service("orders").env("A", "Bc"),
                service("orders").env("A", "BC").env("B", ""),
                service("orders").env("A", "B").env("B", "C"),
                service("orders").env("A", "").env("B", "C"),
                service("orders").env("A", "C").env("B", "B"));

        Set<String> names = new LinkedHashSet<>();
        contents.forEach(
                content -> names.add(configuration(content).getMetadata().getName()));

        assertThat(names).hasSameSizeAs(contents);
    }

    @Test
    void keepsItsNameWhateverElseChanges() {
        String name =
                configuration(service("orders").env("A", "b")).getMetadata().getName();

        Service.Builder changed = Service.named("orders")
                .image("registry.example/orders:2.0")
                .replicas(4)
                .port(Port.http(8080))
                .env("A", "b");

        assertThat(configuration(changed).getMetadata().getName()).isEqualTo(name);
    }

    @Test
    void doesNotDependOnTheOrderInWhichVariablesAreSaid() {
        ConfigMap one = configuration(service("orders").env("A", "1").env("B", "2"));
        ConfigMap other = configuration(service("orders").env("B", "2").env("A", "1"));

        assertThat(one).isEqualTo(other);
    }

    private static ConfigMap configuration(Service.Builder... services) {
        return configuration(render(services));
    }

    private static ConfigMap configuration(Manifests manifests) {
        return manifests
                .objects()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
