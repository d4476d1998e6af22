package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.map;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings and sequences are laid out as {@code kubectl get -o yaml} lays them out. */
class BlockStyleTest {

    static Stream<Arguments> layouts() {
        return Stream.of(
                arguments(
                        "entries of a mapping are indented by two",
                        map("a", map("b", map("c", 1), "d", 2), "e", 3),
                        """
                        a:
                          b:
                            c: 1
                          d: 2
                        e: 3
                        """),
                arguments(
                        "the dashes of a sequence lie below its key",
                        map("containers", List.of(map("image", "x", "name", "web"), map("name", "z")), "end", true),
                        """
                        containers:
                        - image: x
                          name: web
                        - name: z
                        end: true
                        """),
                arguments(
                        "a sequence in an entry of a sequence lies below its key, too",
                        map("spec", map("containers", List.of(map("args", List.of("a", "b"), "name", "web")))),
                        """
                        spec:
                          containers:
                          - args:
                            - a
                            - b
                            name: web
                        """),
                arguments(
                        "the first key of an entry shares the line of the dash, its mapping does not",
                        List.of(map("metadata", map("name", "a"), "kind", "b")),
                        """
                        - metadata:
                            name: a
                          kind: b
                        """),
                arguments("sequences of sequences share a line", List.of(List.of(1, List.of(2, 3)), List.of(4)), """
                        - - 1
                          - - 2
                            - 3
                        - - 4
                        """),
                arguments(
                        "empty collections show that they are empty",
                        map("a", map(), "b", List.of(), "c", List.of(map(), List.of()), "d", map("e", map())),
                        """
                        a: {}
                        b: []
                        c:
                        - {}
                        - []
                        d:
                          e: {}
                        """),
                arguments("a mapping may be empty", map(), "{}\n"),
                arguments("a sequence may be empty", List.of(), "[]\n"),
                arguments("scalars", map("a", true, "b", false, "c", null, "d", List.of("x", 1)), """
                        a: true
                        b: false
                        c: null
                        d:
                        - x
                        - 1
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void layout(String rule, Object value, String yaml) {
        assertThat(yaml(value)).as(rule).isEqualTo(yaml);
        assertThatAllRead(bytes(value), value);
    }

    @Test
    void keysAreQuotedByTheRulesOfValues() {
        var keys = map("80", "a", "true", "b", "app.kubernetes.io/name", "c", "two\nlines", "d", "", "e", "x: y", "f");

        assertThat(yaml(keys)).isEqualTo("""
                "80": a
                "true": b
                app.kubernetes.io/name: c
                "two\\nlines": d
                "": e
                "x: y": f
                """);
        assertThatAllRead(bytes(keys), keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024})
    void keysUpToTheLimitOfReadersStandOnOneLine(int length) {
        var key = "k".repeat(length);

        assertThat(yaml(map(key, "value"))).isEqualTo(key + ": value\n");
        assertThatAllRead(bytes(map(key, "value")), map(key, "value"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 100_000})
    void longerKeysAreMarkedAsKeys(int length) {
        var key = "k".repeat(length);
        var nested = map("a", List.of(map(key, map("b", 1), key + 2, List.of(1, map(key, map())), "c", 2)));

        assertThat(yaml(map("a", map(key, "value")))).isEqualTo("a:\n  ? " + key + "\n  : value\n");
        assertThatAllRead(bytes(nested), nested);
    }

    @Test
    void mappingsMayBeNestedDeeply() {
        Map<String, Object> value = map("leaf", 1);
        for (int depth = 0; depth < 40; depth++) {
            value = map("mapping", value, "sequence", List.of(depth));
        }

        assertThatAllRead(bytes(value), value);
    }
}
