package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.reference;
import static dev.idp.tests.kubernetes.Documents.tree;
import static dev.idp.tests.kubernetes.Platforms.ENTRY;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes refuses another selector of a Deployment, and one of a Service would cut off what runs. */
class SelectorsTest {

    private static final Environment PROD = Environment.named("prod")
            .domain("shop.example")
            .publicThrough(ENTRY)
            .namespace("shop")
            .build();

    @Test
    void selectByTheNameOfTheServiceAlone() {
        Map<String, JsonNode> selectors = selectors(render("shop", PROD, nothing -> {}));

        assertThat(selectors)
                .containsOnlyKeys(
                        "Deployment/orders", "NetworkPolicy/orders", "PodDisruptionBudget/orders", "Service/orders")
                .allSatisfy((reference, selector) ->
                        assertThat(selector).hasToString("{\"app.kubernetes.io/name\":\"orders\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void stayWhateverIsSaidAboutTheService(String what, Consumer<Service.Builder> change) {
        assertThat(selectors(render("shop", PROD, change))).isEqualTo(selectors(render("shop", PROD, nothing -> {})));
    }

    static Stream<Arguments> stayWhateverIsSaidAboutTheService() {
        return Stream.of(
                said("image", service -> service.in(PROD, in -> in.image("registry.example/other:2.0"))),
                said("variable", service -> service.env("LEVEL", "debug")),
                said(
                        "secret",
                        service -> service.secret("PASSWORD", Secret.named("db").key("password"))),
                said("replicas", service -> service.in(PROD, in -> in.replicas(5))),
                said("scaling", service -> service.cpu(Cpu.millis(10)).in(PROD, in -> in.replicas(2, 9))),
                said("owner", service -> service.ownedBy(Team.named("checkout"))),
                said("port", service -> service.port(Port.grpc(9000))),
                said(
                        "number of a port",
                        service ->
                                service.in(PROD, in -> in.port(Port.http(8081).servedOn(81)))),
                said("memory", service -> service.memory(Memory.mebibytes(64))),
                said("probe", service -> service.liveness(Probe.httpGet("/live").onPort("http"))),
                said("user", service -> service.runAsUser(7)),
                said("root", service -> service.runAsRoot("it must")),
                said("scratch", service -> service.scratch("/tmp")),
                said("command", service -> service.command("serve")),
                said("file", service -> service.file("/etc/motd", "hello")),
                said(
                        "sidecar",
                        service -> service.sidecar(
                                Container.named("proxy").image("proxy:1").build())),
                said("label", service -> service.label("shop.example/cost-center", "4711")),
                said("annotation", service -> service.annotation("runbook", "see wiki")),
                said("order of starts", service -> service.startsAfter(Service.ref("caller"))));
    }

    @Test
    void stayWhenPlatformAndEnvironmentAreCalledOtherwise() {
        Environment renamed = Environment.named("live")
                .domain("shop.example")
                .publicThrough(ENTRY)
                .namespace("shop")
                .build();

        assertThat(selectors(render("mall", renamed, nothing -> {})))
                .isEqualTo(selectors(render("shop", PROD, nothing -> {})));
    }

    @Test
    void selectThePodsOfTheirServiceAndNoOthers() {
        Manifests manifests = render("shop", PROD, nothing -> {});
        Map<String, JsonNode> pods = new TreeMap<>();
        manifests
                .objects()
                .filter(object -> object.getKind().equals("Deployment"))
                .forEach(object ->
                        pods.put(object.getMetadata().getName(), tree(object).at("/spec/template/metadata/labels")));

        selectors(manifests).forEach((reference, selector) -> assertThat(pods)
                .allSatisfy((service, labels) -> assertThat(selector.properties().stream()
                                .allMatch(label -> label.getValue().equals(labels.get(label.getKey()))))
                        .as("%s selects the pods of %s", reference, service)
                        .isEqualTo(reference.endsWith("/" + service))));
        assertThat(pods).containsOnlyKeys("caller", "orders");
    }

    private static Arguments said(String what, Consumer<Service.Builder> change) {
        return arguments(what, change);
    }

    private static Manifests render(String platform, Environment environment, Consumer<Service.Builder> change) {
        Service.Builder orders = service("orders").port(Port.http(8080)).replicas(2);
        change.accept(orders);
        Service.Builder caller =
                service("caller").env("ORDERS", Service.ref("orders").address("http"));
        return Kubernetes.backend()
                .render(Platform.named(platform)
                        .environments(environment)
                        .services(orders.build(), caller.build())
                        .build()
                        .plan()
                        .in(environment));
    }

    /** Returns what the objects of the service orders select pods by. */
    private static Map<String, JsonNode> selectors(Manifests manifests) {
        Map<String, JsonNode> selectors = new TreeMap<>();
        manifests
                .objects()
                .filter(object -> object.getMetadata().getName().equals("orders"))
                .forEach(object -> Stream.of(
                                "/spec/selector/matchLabels", "/spec/podSelector/matchLabels", "/spec/selector")
                        .map(pointer -> tree(object).at(pointer))
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .ifPresent(selector -> selectors.put(reference(object), selector)));
        return selectors;
    }
}
