package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as Kubernetes reads them, and one that cannot be read costs nobody the others. */
class ReadingTest {

    @TempDir
    Path directory;

    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    static List<Arguments> scalars() {
        return List.of(
                Arguments.of("yes", true),
                Arguments.of("Off", false),
                Arguments.of("'yes'", "yes"),
                Arguments.of("!!str yes", "yes"),
                Arguments.of("010", 8L),
                Arguments.of("0x1F", 31L),
                Arguments.of("0o17", 15L),
                Arguments.of("-0b11", -3L),
                Arguments.of("1_000", 1000L),
                Arguments.of("1:30", "1:30"),
                Arguments.of("2027-01-31", "2027-01-31"),
                Arguments.of("1e3", 1000.0),
                Arguments.of("1.5", 1.5),
                Arguments.of("123456789012345678901", new BigInteger("123456789012345678901")),
                Arguments.of("08", 8.0),
                Arguments.of("1.2.3", "1.2.3"),
                Arguments.of("|-\n  text\n  more", "text\nmore"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalarsAreWhatKubernetesTakesThemFor(String written, Object value) {
        assertThat(only(MAP + "data:\n  key: " + written.replace("\n", "\n  "))
                        .at("data", "key")
                        .value())
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "NULL"})
    void nullIsNothing(String written) {
        assertThat(only(MAP + "data: " + written).at("data").isPresent()).isFalse();
    }

    @Test
    void anchorsAliasesAndMergesMeanWhatTheyReferTo() {
        Field data = only(MAP + "base: &b {x: 1, y: 2}\ndata: {<<: *b, y: 3}\nsame: *b\n")
                .at("data");

        assertThat(data.value()).contains(Map.of("x", 1L, "y", 3L));
        assertThat(data.object().at("same", "x").number()).contains(1L);
    }

    @Test
    void fieldsKnowTheirLines() {
        ManifestObject object = only("\n# comment\n" + MAP + "data:\n  a: 1\n  b:\n  - x\n  - y\n");

        assertThat(object.at("data", "b").items().get(1).line()).isEqualTo(10);
        assertThat(object.at("data", "missing", "more").line())
                .as("the line of what is around it")
                .isEqualTo(7);
        assertThat(object.at("data", "b").items().get(1).pointer()).isEqualTo("/data/b/1");
    }

    @Test
    void documentsAndListsHoldSeveralObjects() {
        ObjectSet objects = ObjectSet.parse(
                "prod",
                "all.yaml",
                "---\n---\n" + MAP
                        + "---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata:"
                        + " {name: b}}\n- {apiVersion: v1, kind: Secret, metadata: {name: c}}\n");

        assertThat(objects.objects())
                .extracting(ManifestObject::toString)
                .containsExactly("ConfigMap/a", "Secret/b", "Secret/c");
        assertThat(objects.objects().get(2).at("metadata", "name").pointer()).isEqualTo("/metadata/name");
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("kind: [a", "is no YAML: ", 1),
                Arguments.of("apiVersion: v1\nkind: {{ .Values.kind }}\n", "is a template: a field has no name", 2),
                Arguments.of("{{- if .Values.on }}\nkind: A\n{{- end }}\n", "is a template, and no YAML: ", 0),
                Arguments.of(MAP + "data: {a: 1, a: 2}", "says 'a' twice, and the later one wins", 4),
                Arguments.of("a: &x [*x]", "refers by *x to what it is in", 1),
                Arguments.of("a: *x", "refers to *x, which there is not", 1),
                Arguments.of(bomb(), "is too large: aliases make it more than a million values", 0),
                Arguments.of("[".repeat(300), "is deeper than 200 levels", 1),
                Arguments.of("kind: A", "holds what is no Kubernetes object: it has no apiVersion", 1),
                Arguments.of("\n- 1\n- 2", "holds what is no Kubernetes object: it has no kind", 2),
                Arguments.of("kind: A\0", "is no text", 0),
                Arguments.of("a\tb: \t\t- : x: y", "is no YAML: ", 1));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(10, before)) + "]\n");
        }
        return bomb.toString();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongSaysWhereAndWhatToDo(String text, String message, int line) {
        List<Finding> found = ObjectSet.parse("prod", "it.yaml", text).unreadable();

        assertThat(found).isNotEmpty();
        assertThat(found.get(0).message()).startsWith(message);
        assertThat(found.get(0).fix()).isNotEmpty();
        assertThat(found.get(0).subject()).isEqualTo("it.yaml");
        if (line > 0) {
            assertThat(found.get(0).place()).contains("it.yaml:" + line);
        }
    }

    @Test
    void whatComesBeforeAMistakeIsRead() {
        ObjectSet objects = ObjectSet.parse("prod", "it.yaml", MAP + "---\n" + MAP + "---\nkind: [");

        assertThat(objects.objects()).hasSize(2);
        assertThat(objects.unreadable()).hasSize(1);
    }

    @Test
    void directoriesAreReadFileByFile() throws IOException {
        write("b/good.yaml", MAP.getBytes(StandardCharsets.UTF_8));
        write("a/json.json", "{\n\t\"apiVersion\": \"v1\", \"kind\": \"Secret\"}".getBytes(StandardCharsets.UTF_8));
        write("a/utf16.yml", ("\uFEFF" + MAP).getBytes(StandardCharsets.UTF_16BE));
        write("a/marked.yml", ("\uFEFF" + MAP).getBytes(StandardCharsets.UTF_8));
        write("c/latin.yaml", "# gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        write("c/binary.yaml", new byte[] {0, 1, 2, 3});
        write("c/notes.txt", "not read".getBytes(StandardCharsets.UTF_8));
        write(".git/hidden.yaml", "[".getBytes(StandardCharsets.UTF_8));
        write("kustomization.yaml", "resources: []".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(directory.resolve("b/up"), directory);

        ObjectSet objects = ObjectSet.read("prod", directory, directory.resolve("missing.yaml"));

        assertThat(objects.objects())
                .extracting(ManifestObject::kind)
                .containsExactly("Secret", "ConfigMap", "ConfigMap", "ConfigMap");
        assertThat(objects.unreadable())
                .extracting(found -> Path.of(found.subject()).getFileName() + " "
                        + found.message().split(":")[0])
                .containsExactly(
                        "binary.yaml is no text", "latin.yaml is no text in UTF-8", "missing.yaml cannot be read");
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.write(file, content);
    }

    private static ManifestObject only(String text) {
        ObjectSet objects = ObjectSet.parse("prod", "it.yaml", text);
        assertThat(objects.unreadable()).isEmpty();
        assertThat(objects.objects()).hasSize(1);
        return objects.objects().get(0);
    }
}
