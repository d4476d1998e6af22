package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.map;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of several lines is shown as these lines, unless a reader or a person would miss something of it. */
class MultiLineTextTest {

    @Test
    void linesAreIndentedBelowTheirKey() {
        var config = map("data", map("run.sh", "#!/bin/sh\nif true; then\n  echo \"a: b\"\nfi\n", "next", "key"));

        assertThat(yaml(config)).isEqualTo("""
                data:
                  run.sh: |
                    #!/bin/sh
                    if true; then
                      echo "a: b"
                    fi
                  next: key
                """);
        assertReadsBackEverywhere("#!/bin/sh\nif true; then\n  echo \"a: b\"\nfi\n");
    }

    @Test
    void linesAreIndentedBelowTheirDash() {
        assertThat(yaml(map("args", List.of("a\nb", List.of("c\nd"), map("e", "f\ng")))))
                .isEqualTo("""
                args:
                - |-
                  a
                  b
                - - |-
                    c
                    d
                - e: |-
                    f
                    g
                """);
    }

    @Test
    void linesOfARootAreIndentedToo() {
        assertThat(yaml("---\n...\n")).isEqualTo("|\n  ---\n  ...\n");
        assertReadsBackEverywhere("---\n...\n");
    }

    @Test
    void theHeaderTellsHowTheTextEnds() {
        assertThat(yaml(map("k", "a\nb"))).isEqualTo("k: |-\n  a\n  b\n");
        assertThat(yaml(map("k", "a\nb\n"))).isEqualTo("k: |\n  a\n  b\n");
        assertThat(yaml(map("k", "a\nb\n\n\n", "l", 1))).isEqualTo("k: |+\n  a\n  b\n\n\nl: 1\n");
    }

    @Test
    void emptyLinesHaveNoIndent() {
        assertThat(yaml(map("k", "a\n\n\n  b\n"))).isEqualTo("k: |\n  a\n\n\n    b\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n",
                "a\n\n",
                "a\nb",
                "a\n\nb\n\n",
                "a\n b\n  c\n",
                "all:\n\techo done\n",
                "a\tb\nc\n",
                "grüße\n日本\n🚀\n",
                "# no comment\n# at all\n",
                "- a\n- b\n",
                "{\n  \"json\": [1, 2]\n}\n",
                "key: |\n  nested\n",
                "true\n",
                "%TAG\n---\n",
                "it's \"quoted\" \\\n",
            })
    void printableLinesAreLiteral(String text) {
        assertThat(yaml(map("k", text))).startsWith("k: |");
        assertReadsBackEverywhere(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\n\n\n",
                "\na",
                " a\nb",
                "\ta\nb",
                "a \nb",
                "a\t\nb",
                "a\n \nb",
                "a\nb ",
                "a\nb\n ",
                "a\r\nb\r\n",
                "a\n\u0000",
                "a\nb\u0085c",
                "a\n\u2028",
                "a\n\uFEFF",
                "a\n\uD800\n",
            })
    void textsWithSomethingToMissAreQuotedOnOneLine(String text) {
        assertThat(yaml(map("k", text))).startsWith("k: \"").hasLineCount(1);
        assertReadsBackEverywhere(text);
    }

    private static void assertReadsBackEverywhere(String text) {
        assertThatAllRead(bytes(text), text);
        for (Object value : List.of(
                map("a", text, "b", 1),
                List.of(text, text),
                map("a", map("b", List.of(text, List.of(text, map("c", text, "d", text)))), "e", text))) {
            assertThatAllRead(bytes(value), value);
        }
    }
}
