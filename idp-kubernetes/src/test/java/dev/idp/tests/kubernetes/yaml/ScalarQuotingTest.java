package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.map;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is quoted if any reader could take it for something else, and left alone if none could. */
class ScalarQuotingTest {

    static Stream<Arguments> plain() {
        return Stream.of(
                        texts(
                                "image",
                                "nginx:1.25",
                                "registry.example/a/b:v0.10.6",
                                "registry.example/a@sha256:9b2cf0ac"),
                        texts("API version", "v1", "apps/v1", "networking.k8s.io/v1beta1"),
                        texts("label", "app.kubernetes.io/name", "prometheus.io/scrape"),
                        texts("quantity", "100m", "64Mi", "500k", "30s", "25%"),
                        texts("version that is no number", "v0.10.6", "1.25-alpine", "0.10.6-rc1"),
                        texts("network", "10.0.0.0/8", "orders.shop.svc.cluster.local", "2001:db8::/32"),
                        texts("URL", "http://payments:8080", "jdbc:postgresql://db.prod.shop.example:5432/orders"),
                        texts("enumeration", "ClusterFirst", "RollingUpdate", "HTTP_GET", "_internal"),
                        texts("path", "/actuator/health/liveness", "C:/temp"),
                        texts("argument", "-Xmx512m", "--server.port=8080", "--a", "a=b", "$(POD_IP):8080"),
                        texts("media type", "application/json; charset=utf-8", "application/problem+json"),
                        texts("words", "a b c", "a, b", "a (b)", "a -b - c", "3 cats"),
                        texts("colon that separates nothing", "a :b", "a:b::c"),
                        texts("word that starts like another", "yesterday", "none", "nullable", "truest", "infinite"),
                        texts("no number without a prefix", "x1e3", "e3", "beef"))
                .flatMap(row -> row);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plain")
    void whatEveryReaderTakesForATextStaysPlain(String reason, String text) {
        assertThat(yaml(map("key", text))).as(reason).isEqualTo("key: " + text + "\n");
        assertThat(yaml(map(text, "value"))).as(reason).isEqualTo(text + ": value\n");
        assertReadsBack(text);
    }

    static Stream<Arguments> quoted() {
        return Stream.of(
                        texts("integer", "0", "1", "8080", "-1", "+1", "9223372036854775808", "1_000", "1,000", "1L"),
                        texts("octal number", "007", "0777", "08", "0o17", "0O17"),
                        texts("hexadecimal or binary number", "0x1F", "0XFF", "-0x1f", "0x_1F", "0b101", "0x1p-2"),
                        texts("decimal number", "1.0", "1.", ".5", "-.5", "+.5", "1_0.5", "1f", "1d"),
                        texts(
                                "number with exponent",
                                "1e3",
                                "1E3",
                                "1e+3",
                                "1.5e-3",
                                "12e03",
                                "6.02E+23",
                                "12e4567",
                                "1e"),
                        texts("number with several points", "0.10.6", "1.2.3.4", "10.0.0.1"),
                        texts("no finite number", ".inf", "-.inf", "+.INF", ".Inf", "-inf", ".nan", ".NaN", ".NAN"),
                        texts("number to base 60", "1:30", "-1:30", "22:22", "190:20:30", "190:20:30.15"),
                        texts(
                                "date",
                                "2001-12-14",
                                "2001-1-1",
                                "2001-12-14t21:59:43.10-05:00",
                                "2001-12-15T02:59:43.1Z"),
                        texts("date with blanks", "2001-12-14 21:59", "2001-12-14 21:59:43.10 -5"),
                        texts("null, merge or default value", "", "~", "<<", "="),
                        texts(
                                "indicator",
                                "-",
                                "?",
                                ":",
                                ",",
                                "[",
                                "]",
                                "{",
                                "}",
                                "#",
                                "&",
                                "*",
                                "!",
                                "|",
                                ">",
                                "%",
                                "@",
                                "`"),
                        texts(
                                "start of a node",
                                "- a",
                                "-- a",
                                "? a",
                                ": a",
                                ":a",
                                "[a]",
                                "{a}",
                                "{a: b}",
                                "'a'",
                                "|-",
                                ">-"),
                        texts("property or alias", "&a", "*a", "!a", "!!str a", "*/5 * * * *"),
                        texts("directive or document", "%YAML 1.1", "--", "---", "--- a", "---a", "..."),
                        texts("key", "a: b", "a:", "a: "),
                        texts("comment", "# a", "a #b", "a#b"),
                        texts("blanks to lose", " ", "a ", " a", "a  b"),
                        texts("reserved", "@a", "`a`"),
                        texts(
                                "not worth a risk",
                                "it's",
                                "a, [b]",
                                "${HOME}",
                                "a & b",
                                "a | b",
                                "~/a",
                                "=a",
                                "<a>",
                                "a?b"),
                        texts(
                                "other script",
                                "é",
                                "größe",
                                "日本",
                                "🚀",
                                "a🚀b",
                                "a\u00A0b",
                                "\u200B",
                                "\uE000",
                                "\uFFFD"))
                .flatMap(row -> row);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("quoted")
    void whatSomeReaderCouldTakeForSomethingElseIsQuoted(String reason, String text) {
        assertQuoted(reason, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"})
    void wordsWithAMeaningAreQuotedInAnyCase(String word) {
        assertQuoted("small letters", word);
        assertQuoted("first letter", word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        assertQuoted("capitals", word.toUpperCase(Locale.ROOT));
    }

    static Stream<Arguments> escapes() {
        return Stream.of(
                arguments("say \"hi\"", "say \\\"hi\\\""),
                arguments("C:\\temp", "C:\\\\temp"),
                arguments("\n", "\\n"),
                arguments("a\tb", "a\\tb"),
                arguments("a\r\nb", "a\\r\\nb"),
                arguments("\0", "\\u0000"),
                arguments("\b\f\u000B\u001B", "\\u0008\\u000C\\u000B\\u001B"),
                arguments("\u007F\u0080\u009F", "\\u007F\\u0080\\u009F"),
                arguments("next\u0085line", "next\\u0085line"),
                arguments("\u2028 and \u2029", "\\u2028 and \\u2029"),
                arguments("\uFEFFtext", "\\uFEFFtext"),
                arguments("\uFDD0\uFDEF\uFFFE\uFFFF", "\\uFDD0\\uFDEF\\uFFFE\\uFFFF"),
                arguments(Character.toString(0x1FFFE), "\\U0001FFFE"),
                arguments(Character.toString(0x10FFFF), "\\U0010FFFF"),
                arguments("\uD800", "\\uD800"),
                arguments("\uDFFF\uD83D", "\\uDFFF\\uD83D"),
                arguments("\uD83Dx\uDE80", "\\uD83Dx\\uDE80"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void whatReadersRefuseDropOrFoldIsEscaped(String text, String escaped) {
        assertThat(yaml(text)).isEqualTo("\"" + escaped + "\"\n");
        assertReadsBack(text);
    }

    @Test
    void longTextsAreNeverFolded() {
        var plain = "word ".repeat(5_000) + "end";
        var quoted = "it's ".repeat(5_000);

        assertThat(yaml(plain)).isEqualTo(plain + "\n");
        assertThat(yaml(quoted)).isEqualTo("\"" + quoted + "\"\n");
        assertReadsBack(plain);
    }

    /** The regular expressions of the YAML 1.1 types and of the YAML 1.2 core schema. */
    private static final Pattern NOT_A_STRING = Pattern.compile(String.join(
            "|",
            "~|null|Null|NULL|<<|=",
            "[yYnN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
            "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+",
            "[-+]?([0-9][0-9_]*)?\\.[0-9.]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*",
            "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
                    + "([ \\t]*(Z|[-+][0-9][0-9]?(:[0-9]{2})?))?",
            "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"));

    @Test
    void nothingThatMatchesATypeOfEitherSpecificationStaysPlain() {
        long seed = 20260101;
        var random = new Random(seed);
        var alphabets = List.of("019.", "0178_-+.:eE", "0x1fFbo", "yYnNoOeEsSfF", "tTrRuUeE", "nNuUlL~", "iInNfFaA.-+");

        var texts = Stream.generate(() -> alphabets.get(random.nextInt(alphabets.size())))
                .map(alphabet -> randomText(random, alphabet, 1 + random.nextInt(6)))
                .filter(NOT_A_STRING.asMatchPredicate())
                .limit(20_000);

        assertThat(texts).as("seed %d", seed).allSatisfy(text -> assertThat(yaml(text))
                .isEqualTo("\"" + text + "\"\n"));
    }

    private static String randomText(Random random, String alphabet, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static void assertQuoted(String reason, String text) {
        assertThat(yaml(map("key", text))).as(reason).isEqualTo("key: \"" + text + "\"\n");
        assertThat(yaml(map(text, "value"))).as(reason).isEqualTo("\"" + text + "\": value\n");
        assertReadsBack(text);
    }

    private static void assertReadsBack(String text) {
        assertThatAllRead(bytes(text), text);
        assertThatAllRead(bytes(List.of(text, List.of(text))), List.of(text, List.of(text)));
        assertThatAllRead(bytes(map(text, map(text, text))), map(text, map(text, text)));
    }

    private static Stream<Arguments> texts(String reason, String... texts) {
        return Stream.of(texts).map(text -> arguments(reason, text));
    }
}
