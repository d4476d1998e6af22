package dev.idp.tests.kubernetes.secrets;

import static dev.idp.Text.text;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVariablesTest {

    private static final Secret DB = Secret.named("db");
    private static final Map<String, String> VALUES = Map.of("db/user", "scott$$", "db/password", "$(USER)tiger");

    @Test
    void aSecretAloneIsReferredTo() {
        Manifests manifests = render(service("orders").secret("PASSWORD", DB.key("password")));

        assertThat(env(manifests)).isEqualTo(yaml("""
                - name: PASSWORD
                  valueFrom:
                    secretKeyRef: {name: db, key: password}
                """));
        assertThat(references(manifests))
                .noneMatch(name -> name.startsWith("Secret/") || name.startsWith("ConfigMap/"));
    }

    @Test
    void aComposedTextTakesItsSecretsFromVariablesBeforeIt() {
        Manifests manifests = render(
                service("orders")
                        .secret(
                                "URI",
                                text(
                                        "db://{}:{}@{}/orders",
                                        DB.key("user"),
                                        DB.key("password"),
                                        Service.ref("store").address())),
                service("store").port(Port.tcp(5432)));

        assertThat(env(manifests)).isEqualTo(yaml("""
                - name: URI_PART_1
                  valueFrom:
                    secretKeyRef: {name: db, key: user}
                - name: URI_PART_2
                  valueFrom:
                    secretKeyRef: {name: db, key: password}
                - name: URI
                  value: db://$(URI_PART_1):$(URI_PART_2)@store:5432/orders
                """));
        assertThat(Environ.of(manifests, "orders", VALUES))
                .containsEntry("URI", "db://scott$$:$(USER)tiger@store:5432/orders");
    }

    @Test
    void partsNeverTakeTheNameOfAnotherVariable() {
        Manifests manifests = render(service("orders")
                .secret("URI", text("{}:{}", DB.key("user"), DB.key("password")))
                .secret("URI_PART_1", DB.key("password"))
                .env("URI_PART_2", "plain"));

        assertThat(Environ.of(manifests, "orders", VALUES))
                .containsEntry("URI", "scott$$:$(USER)tiger")
                .containsEntry("URI_PART_1", "$(USER)tiger")
                .containsEntry("URI_PART_2", "plain");
        assertThat(manifests
                        .get(Deployment.class, "orders")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .extracting("name")
                .doesNotHaveDuplicates()
                .doesNotContain("URI_PART_2");
    }

    @Test
    void aTextWithoutSecretsMayStandWhereSecretsGo() {
        Manifests manifests =
                render(service("orders").secret("PLAIN", text("cost: $(US) {}", new SecretText(List.of()))));

        assertThat(env(manifests)).isEqualTo(yaml("- {name: PLAIN, value: 'cost: $$(US) '}"));
        assertThat(Environ.of(manifests, "orders", VALUES)).containsEntry("PLAIN", "cost: $(US) ");
    }

    @Test
    void plainVariablesAreNeverExpandedAndThusNotEscaped() {
        Manifests manifests =
                render(service("orders").env("A", "$(B) costs $$5").env("B", "b"));

        assertThat(Environ.of(manifests, "orders", VALUES)).isEqualTo(Map.of("A", "$(B) costs $$5", "B", "b"));
        assertThat(env(manifests)).isEqualTo(yaml("null"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyTextReachesTheProcessAsItIsWritten(long seed) {
        Random random = new Random(seed);
        Service.Builder orders = service("orders").env("PLAIN", "plain").env("OTHER", "other");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<Segment> segments = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(5); part >= 0; part--) {
                Segment segment = randomSegment(random);
                segments.add(segment);
                text.append(segment instanceof Segment.Key key ? VALUES.get("db/" + key.key()) : segment.toString());
            }
            orders.secret("S" + i, new SecretText(segments));
            String literal = randomLiteral(random);
            orders.env("P" + i, Text.of(literal));
            expected.add("S" + i + "=" + text);
            expected.add("P" + i + "=" + literal);
        }

        Map<String, String> environ = Environ.of(render(orders), "orders", VALUES);

        assertThat(expected).allSatisfy(line -> {
            int end = line.indexOf('=');
            assertThat(environ).containsEntry(line.substring(0, end), line.substring(end + 1));
        });
    }

    private static Segment randomSegment(Random random) {
        return random.nextInt(4) == 0
                ? new Segment.Key("db", random.nextBoolean() ? "user" : "password")
                : new Segment.Literal(randomLiteral(random));
    }

    /** Full of what the expansion takes for its own, and of names that mean something. */
    private static String randomLiteral(Random random) {
        List<String> pieces =
                List.of("$", "$", "$$", "(", ")", "$(", "$(PLAIN)", "PLAIN", "S1_PART_1", "$(S1)", "x", "{", " ");
        StringBuilder literal = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            literal.append(pieces.get(random.nextInt(pieces.size())));
        }
        return literal.toString();
    }

    private static String env(Manifests manifests) {
        return at(manifests.get(Deployment.class, "orders"), "/spec/template/spec/containers/0/env");
    }
}
