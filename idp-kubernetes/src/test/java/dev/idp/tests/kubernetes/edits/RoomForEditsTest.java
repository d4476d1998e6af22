package dev.idp.tests.kubernetes.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated has room for what users add, and for no second object of its name. */
class RoomForEditsTest {

    @ParameterizedTest
    @MethodSource("additions")
    <T extends HasMetadata> void whatIsGeneratedCanBeAddedTo(Class<T> type, Consumer<T> addition, String added) {
        Service.Builder orders = orders().with(Kubernetes.edit("addition", type, addition));

        assertThat(render(orders).toYaml()).contains(added);
        assertThat(render(orders()).toYaml()).doesNotContain(added);
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                addition(
                        Deployment.class,
                        deployment -> {
                            Container proxy = new Container();
                            proxy.setName("proxy");
                            deployment
                                    .getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getContainers()
                                    .add(proxy);
                        },
                        "- name: proxy"),
                addition(
                        Deployment.class,
                        deployment -> main(deployment).getEnvFrom().add(new EnvFromSource(null, "MORE_", null)),
                        "prefix: MORE_"),
                addition(
                        Deployment.class,
                        deployment -> main(deployment)
                                .getSecurityContext()
                                .getCapabilities()
                                .getDrop()
                                .add("CHOWN"),
                        "- CHOWN"),
                addition(
                        Deployment.class,
                        deployment -> main(deployment)
                                .getLivenessProbe()
                                .getHttpGet()
                                .getHttpHeaders()
                                .add(new HTTPHeader("X-Added", "yes")),
                        "name: X-Added"),
                addition(
                        Ingress.class,
                        ingress -> ingress.getMetadata().getAnnotations().put("added", "later"),
                        "added: later"));
    }

    @Test
    void theNameOfTheNamespacesOwnPolicyIsTaken() {
        assertThatThrownBy(() -> render(Service.named("default-deny").image("a:1"))) // the declaration
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching("""
                        1 problem in platform 'shop':
                          default-deny in prod: the namespace's own network policy has this name
                              declared RoomForEditsTest\\.java:\\d+
                              fix      rename the service""");
    }

    private static Container main(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static <T extends HasMetadata> Arguments addition(Class<T> type, Consumer<T> addition, String added) {
        return Arguments.of(type, addition, added);
    }

    private static Service.Builder orders() {
        return Service.named("orders")
                .image("orders:1")
                .env("LEVEL", "info")
                .port(Port.http(8080))
                .liveness(Probe.httpGet("/live"))
                .publicAt("orders");
    }

    private static Manifests render(Service.Builder service) {
        Environment prod = Environment.named("prod")
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx").certificatesFrom("letsencrypt"))
                .build();
        return Kubernetes.backend()
                .render(Platform.named("shop")
                        .environments(prod)
                        .services(service.build())
                        .build()
                        .plan()
                        .in(prod));
    }
}
