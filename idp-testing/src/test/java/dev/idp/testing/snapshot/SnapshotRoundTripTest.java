package dev.idp.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** What a snapshot says reads back equal, whatever it holds, and is written the same again. */
class SnapshotRoundTripTest {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "~",
            "null",
            "Null",
            "true",
            "no",
            "Off",
            "y",
            "1",
            "-1",
            "+1",
            "0",
            "007",
            "0o17",
            "0x1F",
            "1_000",
            "1.5",
            ".5",
            "1e3",
            ".inf",
            "-.INF",
            ".NaN",
            "nan",
            "2020-01-01",
            "2020-01-01T00:00:00Z",
            "12:30:45",
            "1:30",
            "250m",
            "512Mi",
            "1.4.2",
            "10Gi",
            "5s",
            "0s",
            "<<",
            "=",
            "!",
            "!!str",
            "&a",
            "*a",
            "- a",
            "-",
            "--",
            "---",
            "...",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "a#b",
            "[a]",
            "{a}",
            "{}",
            "[]",
            "'a'",
            "\"a\"",
            "a\\b",
            "%a",
            "@a",
            "`a`",
            "|",
            ">",
            "|-",
            " a",
            "a ",
            "a  b",
            "\t",
            "a\tb",
            "\ta",
            "\n",
            "\n\n",
            "a\n",
            "a\n\n",
            "\na",
            "a\nb",
            "a\nb\n",
            "a\n\nb",
            "a \nb",
            " a\nb",
            "a\n b\n  c",
            "a\n\tb",
            "a\r\nb",
            "a\rb",
            "# a\n# b\n",
            "---\na: b\n",
            "\u0000",
            "\u0007",
            "\u001b[0m",
            "\u007f",
            "\u0085",
            "\u00a0",
            "ü",
            "Größe",
            "日本語",
            "😀",
            "a😀\nb😀\n",
            "\u2028",
            "\u2029",
            "a\u2028b\nc",
            "\ufeff",
            "\ufeffa\nb",
            "\ufffd",
            "\ufffe",
            "e\u0301",
            "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n",
            "key: value\nlist:\n- 1\n",
            "$(VAR)",
            "${VAR}",
            "/tmp",
            "a/b~1",
            "http://payments:8080/?a=b&c=d#e",
            "registry.example/orders@sha256:0123",
            "*/5 * * * *",
            "@daily");

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextReadsBackAsAValueAKeyAndAnElement(String text) throws SnapshotText.Broken {
        Map<String, Object> subjects = new LinkedHashMap<>();
        subjects.put("value", text);
        subjects.put(text, List.of(text, List.of(text), Map.of(text, text)));

        assertReadsBack(subjects);
    }

    static List<String> texts() {
        return TEXTS;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void everyTreeReadsBack(long seed) throws SnapshotText.Broken {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Map<String, Object> subjects = new LinkedHashMap<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                subjects.put(text(random), tree(random, 5));
            }
            assertReadsBack(subjects);
        }
    }

    @Test
    void whoeverReadsYamlOtherwiseReadsTheSame() {
        Load json = new Load(LoadSettings.builder().setSchema(new JsonSchema()).build());
        for (String text : TEXTS) {
            assertThat(json.loadFromString(BlockYaml.write(Map.of("value", text))))
                    .as(text)
                    .isEqualTo(Map.of("value", text));
        }
    }

    private static void assertReadsBack(Map<String, Object> subjects) throws SnapshotText.Broken {
        Map<String, Object> canonical = new LinkedHashMap<>();
        subjects.forEach((name, tree) -> canonical.put(name, Canonical.of(tree)));
        String text = SnapshotText.write(canonical);
        String fromFile = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        Map<String, Object> read = SnapshotText.read(fromFile);

        assertThat(read).isEqualTo(canonical);
        assertThat(SnapshotText.write(read)).isEqualTo(text);
        assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContainPattern("[ \t]\n");
        read.forEach((name, tree) ->
                assertThat(TreeComparison.of(canonical.get(name), tree)).isEmpty());
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 3 -> new BigInteger(80, random);
            case 4 -> text(random);
            case 5 -> list(random, depth - 1);
            default -> map(random, depth - 1);
        };
    }

    private static String text(Random random) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? text + TEXTS.get(random.nextInt(TEXTS.size())) : text;
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(tree(random, depth));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(random), tree(random, depth));
        }
        return map;
    }
}
