package dev.idp.tests.testing.kubernetes;

import static dev.idp.testing.kubernetes.ManifestAssertions.assertThat;
import static dev.idp.testing.kubernetes.Shape.absent;
import static dev.idp.testing.kubernetes.Shape.any;
import static dev.idp.testing.kubernetes.Shape.captured;
import static dev.idp.testing.kubernetes.Shape.containing;
import static dev.idp.testing.kubernetes.Shape.fields;
import static dev.idp.testing.kubernetes.Shape.listOf;
import static dev.idp.testing.kubernetes.Shape.not;
import static dev.idp.testing.kubernetes.Shape.text;
import static dev.idp.testing.kubernetes.Shape.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.testing.kubernetes.Shape;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was rendered is as expected, or a failure says which field is not, and which line of the program made it so. */
class ManifestAssertionsTest {

    private static final Manifests PROD = manifests();

    private static Manifests manifests() {
        var orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .port(Port.tcp(9000).named("admin"))
                .env("LEVEL", "info")
                .replicas(3)
                .build();
        var payments = Service.named("payments")
                .image("payments:1")
                .port(Port.http(8080))
                .build();
        return Kubernetes.backend()
                .render(Platform.named("shop")
                        .environments(
                                Environment.named("prod").namespace("shop").build())
                        .services(orders, payments)
                        .build()
                        .plan()
                        .in("prod"));
    }

    private static Shape pod(Object container) {
        return fields("spec", fields("template", fields("spec", fields("containers", container))));
    }

    @Test
    void passOnWhatIsSo() {
        Shape.Captured image = new Shape.Captured();

        assertThat(PROD)
                .hasNoObject("Ingress/orders")
                .hasOnly("Deployment", "orders", "payments")
                .hasOne("Deployment", fields("metadata", fields("name", text("pay.*"))))
                .each("Deployment", fields("metadata", fields("namespace", "shop", "ownerReferences", absent())))
                .object("Deployment/orders")
                .has("/spec/replicas", 3)
                .has("/metadata/labels/app.kubernetes.io~1name", "orders")
                .has("/spec/template/spec/containers/0/ports", containing(fields("containerPort", 9000)))
                .hasNo("/spec/paused")
                .matches(pod(listOf(fields("image", captured(image), "name", any()))))
                .matches(pod(containing(fields(
                        "ports",
                        containing(
                                fields("name", "http", "containerPort", that("a high port", it -> (Long) it > 1024)),
                                fields("name", "admin"))))))
                .matches(fields("metadata", Map.of("name", "orders", "labels", not(absent()))));
        assertThat(PROD).object("Deployment/shop/orders").has("/kind", "Deployment");

        assertThat(image.value()).isEqualTo("orders:1");
        assertThat(PROD.get(Deployment.class, "orders")).has("/spec/replicas", 3);
        assertThat(ObjectSet.of(PROD)).object("Service/orders").has("/spec/ports/0/port", not(80));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failInTheReadersWords(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).satisfies(failure -> assertThat(
                        failure.getMessage().replaceAll("Test\\.java:\\d+", "Test.java:LINE"))
                .isEqualTo(message));
    }

    static Stream<Arguments> failures() {
        String orders = "Expected Deployment/orders in prod to match, but";
        String bySaid = ", by service orders, ManifestAssertionsTest.java:LINE";
        return Stream.of(
                failure(
                        () -> assertThat(PROD).object("Deployment/odrers"),
                        "Expected an object Deployment/odrers in prod, but there is Deployment/orders"),
                failure(
                        () -> assertThat(PROD).object("Deployment/shipping"),
                        "Expected an object Deployment/shipping in prod, but of that kind there are only:"
                                + " Deployment/orders, Deployment/payments"),
                failure(
                        () -> assertThat(PROD).hasNoObject("Deployment/orders"),
                        "Expected no object Deployment/orders in prod, but there is one" + bySaid),
                failure(
                        () -> assertThat(PROD).hasOnly("Deployment", "payments"),
                        "Expected objects of kind Deployment in prod to be [payments], but they are [orders, payments]\n"
                                + "  Deployment/orders" + bySaid),
                failure(
                        () -> assertThat(PROD).each("Ingress", any()),
                        "Expected objects of kind Ingress in prod, but there are none to look at"),
                failure(
                        () -> assertThat(PROD).each("Deployment", fields("spec", fields("replicas", 3))),
                        "Expected Deployment/payments in prod to match, but\n"
                                + "  /spec/replicas: expected 3, but it is 1, by library default: one copy until"
                                + " somebody says that it takes more"),
                failure(
                        () -> assertThat(PROD)
                                .hasOne("Deployment", fields("spec", fields("replicas", 4, "paused", true))),
                        "Expected an object of kind Deployment in prod to match, but none of 2 does. The closest:\n"
                                + orders + "\n"
                                + "  /spec/replicas: expected 4, but it is 3" + bySaid + "\n"
                                + "  /spec/paused: expected true, but there is nothing"),
                failure(
                        () -> assertThat(PROD).object("Deployment/orders").has("/spec/replicas", 9),
                        orders + "\n  /spec/replicas: expected 9, but it is 3" + bySaid),
                failure(
                        () -> assertThat(PROD)
                                .object("Deployment/orders")
                                .hasNo("/spec/template/spec/containers/0/image"),
                        orders + "\n  /spec/template/spec/containers/0/image: expected nothing, but it is \"orders:1\""
                                + bySaid),
                failure(
                        () -> assertThat(PROD)
                                .object("Deployment/orders")
                                .matches(pod(containing(fields("name", "orders", "image", text("orders:2.*"))))),
                        orders
                                + "\n  /spec/template/spec/containers: expected an element {name: \"orders\", image: a text"
                                + " like orders:2.*}, but there is none; the closest is /spec/template/spec/containers/0:\n"
                                + "  /spec/template/spec/containers/0/image: expected a text like orders:2.*, but it is"
                                + " \"orders:1\"" + bySaid),
                failure(
                        () -> assertThat(PROD.get(Deployment.class, "orders"))
                                .has("/spec/template/spec/containers/0/ports", listOf(any())),
                        "Expected Deployment/orders to match, but\n"
                                + "  /spec/template/spec/containers/0/ports/1: expected nothing, but it is"
                                + " {containerPort=8080, name=http, protocol=TCP}"),
                failure(
                        () -> assertThat(PROD.get(Deployment.class, "orders")).has("/spec/replicas", not(3)),
                        "Expected Deployment/orders to match, but\n  /spec/replicas: expected not 3, but it is 3"));
    }

    @Test
    void twoThatAreExpectedAlikeNeedTwo() {
        ObjectSet map = ObjectSet.parse("test", "map.yaml", """
                apiVersion: v1
                kind: Thing
                metadata: {name: it}
                all: [{a: 1, b: 1}, {a: 1}]
                """);

        assertThat(map).object("Thing/it").has("/all", containing(fields("a", 1), fields("b", 1)));
        assertThat(map).object("Thing/it").has("/all", containing(fields("b", 1), fields("a", 1)));
        assertThatThrownBy(() ->
                        assertThat(map).object("Thing/it").has("/all", containing(fields("b", 1), fields("b", 1))))
                .hasMessage("""
                        Expected Thing/it in test to match, but
                          /all: expected an element {b: 1}, but there is none; the closest is /all/1:
                          /all/1/b: expected 1, but there is nothing""");
    }

    @Test
    void whatIsInASecretIsNotShown() {
        ObjectSet secret = ObjectSet.parse("test", "secret.yaml", """
                apiVersion: v1
                kind: Secret
                metadata: {name: s, annotations: {last: hunter2}}
                stringData: {password: hunter2}
                """);
        for (Shape shape : List.of(
                fields("stringData", fields("password", "x")),
                fields("stringData", absent()),
                fields("metadata", fields("annotations", absent())),
                fields("metadata", text("x")),
                text("x"))) {
            assertThatThrownBy(() -> assertThat(secret).object("Secret/s").matches(shape))
                    .hasMessageContaining("not as expected; what is in a Secret is not shown")
                    .hasMessageNotContaining("hunter2");
        }
        assertThat(secret).object("Secret/s").has("/stringData/password", "hunter2");
    }

    @Test
    void whatIsKeptIsKeptOfAllThatMatched() {
        Shape.Captured names = new Shape.Captured();
        Shape.Captured one = new Shape.Captured();

        assertThat(PROD)
                .each("Deployment", fields("metadata", fields("name", captured(names))))
                .hasOne("Deployment", fields("spec", fields("replicas", 3), "metadata", fields("name", captured(one))));

        assertThat(names.values()).containsExactly("orders", "payments");
        assertThat(one.value()).isEqualTo("orders");
    }

    @Test
    void aKindThatIsMisspeltIsNotOneOfWhichThereIsNone() {
        assertThatThrownBy(() -> assertThat(PROD).hasOnly("Deploiment"))
                .hasMessage("Expected objects of kind Deploiment in prod, but there is the kind Deployment");
        assertThat(PROD).hasOnly("Ingress");
    }

    @Test
    void whatCannotBeMeantIsAnError() {
        assertThatThrownBy(() -> fields("replicas"))
                .hasMessage("each field has a name and a shape, and the last one has no shape: replicas");
        assertThatThrownBy(() -> fields(3, 4)).hasMessage("the name of a field is a text, and this is none: 3");
        assertThatThrownBy(() -> fields("since", LocalDate.EPOCH)).hasMessage("no object has a LocalDate: 1970-01-01");
        assertThatThrownBy(() -> assertThat(PROD).object("Deployment/orders").has("spec/replicas", 3))
                .hasMessage("'spec/replicas' is not a JSON pointer: write it like /spec/replicas");
        assertThatThrownBy(() -> new Shape.Captured().value())
                .hasMessage("one value was to be captured, and these were: []");
        assertThat(List.of(new Shape.Captured().values())).containsExactly(List.of());
    }

    private static Arguments failure(ThrowingCallable assertion, String message) {
        return Arguments.of(assertion, message);
    }
}
