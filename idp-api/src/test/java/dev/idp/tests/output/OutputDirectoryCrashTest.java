package dev.idp.tests.output;

import static dev.idp.tests.output.Disk.INDEX;
import static dev.idp.tests.output.Disk.everything;
import static dev.idp.tests.output.Disk.files;
import static dev.idp.tests.output.Disk.index;
import static dev.idp.tests.output.Disk.listed;
import static dev.idp.tests.output.Disk.put;
import static dev.idp.tests.output.Disk.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.output.OutputDirectory;
import dev.idp.output.WriteReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a run that ends before its end, and that the next run mends it. */
class OutputDirectoryCrashTest {

    private static final Map<String, String> FOREIGN = Map.of("README.md", "by hand", "gone/notes.txt", "by hand");

    private static final SortedMap<String, String> BEFORE = new TreeMap<>(Map.of(
            "changed.yaml", "old text",
            "deep/down/gone.yaml", "old",
            "file", "old",
            "directory/inner.yaml", "old",
            "Case/Of.yaml", "same",
            "gone/gone.yaml", "old",
            "same.yaml", "same"));

    private static final SortedMap<String, String> AFTER = new TreeMap<>(Map.of(
            "added.yaml", "new",
            "another/place/added.yaml", "new",
            "case/of.yaml", "same",
            "changed.yaml", "a new and longer text",
            "directory", "new",
            "file/inner.yaml", "new",
            "same.yaml", "same"));

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(names = {"CRASHES", "FAILS_ONCE"})
    void anyChangeMayBeTheLast(FaultyFileSystem.Kind kind) {
        int faults = 0;
        for (boolean finished = false; !finished; ) {
            faults++;
            Path root = temp.resolve(kind + "-" + faults);
            prepare(root);

            finished = endsWell(FaultyFileSystem.of(temp, kind, faults), root);

            assertThatNothingIsHalf(root);
            if (kind == FaultyFileSystem.Kind.FAILS_ONCE) {
                assertThatNoWorkIsLeftLyingAround(root, faults);
            }
            run(root, AFTER);
            assertConverged(root, AFTER);
        }
        assertThat(faults).as("changes that a run makes").isGreaterThan(40);
    }

    @Test
    void anyChangeMayBeTheLastAndTheNextRunMayGoBack() {
        int faults = 0;
        for (boolean finished = false; !finished; ) {
            faults++;
            Path root = temp.resolve("back-" + faults);
            prepare(root);

            finished = endsWell(FaultyFileSystem.of(temp, FaultyFileSystem.Kind.CRASHES, faults), root);

            run(root, BEFORE);
            assertConverged(root, BEFORE);
        }
    }

    @Test
    void aRunMayBeClosedAfterAnyOfItsSteps() {
        for (int steps = 0; steps <= AFTER.size(); steps++) {
            Path root = temp.resolve("closed-" + steps);
            prepare(root);

            try (OutputDirectory out = OutputDirectory.open(root)) {
                AFTER.entrySet().stream()
                        .limit(steps)
                        .forEach(
                                file -> out.write(file.getKey(), file.getValue().getBytes(UTF_8)));
            }

            assertThatNothingIsHalf(root);
            assertThat(files(root)).containsKeys("deep/down/gone.yaml", "gone/gone.yaml");
            run(root, AFTER);
            assertConverged(root, AFTER);
        }
    }

    @Test
    void removesLeftoversBesideItsOwnFilesOnly() {
        Path root = temp.resolve("root");
        run(root, Map.of("a/b.yaml", "b", "c/d.yaml", "d"));
        for (String path : List.of(".idp-tmp", "a/.idp-tmp", "c/.idp-tmp", ".idp-lock")) {
            put(root, path, "left by a crash");
        }
        Map<String, String> foreign = Map.of(
                "a/.idp-tmp2",
                "1",
                "a/x.idp-tmp",
                "2",
                "a/idp-tmp",
                "3",
                "other/.idp-tmp",
                "4",
                "c/.idp-tmp.yaml",
                "5");
        foreign.forEach((path, text) -> put(root, path, text));

        run(root, Map.of("a/b.yaml", "b"));

        Map<String, String> expected = new HashMap<>(foreign);
        expected.put("a/b.yaml", "b");
        assertThat(files(root)).isEqualTo(expected);
    }

    @Test
    void namesTheFileThatCouldNotBeWritten() {
        Path root = temp.resolve("root");
        var faulty = FaultyFileSystem.of(temp, FaultyFileSystem.Kind.CRASHES, 8);

        assertThatThrownBy(() -> run(faulty.on(root), Map.of("a.yaml", "a")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + root.resolve("a.yaml") + ": java.io.IOException: fault 8")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aProcessThatIsKilledLeavesTheDirectoryToTheNext() throws Exception {
        Path root = temp.resolve("root");
        run(root, BEFORE);
        Process process = start(root);
        try {
            assertThat(process.getInputStream().read()).isEqualTo(OtherProcess.WRITTEN);

            assertThatIllegalStateException()
                    .isThrownBy(() -> OutputDirectory.open(root))
                    .withMessageContaining("another run is writing to " + root);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(everything(root)).containsEntry(OtherProcess.PATH, "o").containsKey(".idp-lock");

        assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, BEFORE.size() + 1));
        assertThat(everything(root)).isEqualTo(Map.of(INDEX, index()));
    }

    @Test
    void aRunThatIsTurnedAwayDoesNotOpenTheDirectoryToOtherProcesses() throws Exception {
        Path root = temp.resolve("root");
        try (OutputDirectory out = OutputDirectory.open(root)) {
            assertThatIllegalStateException().isThrownBy(() -> OutputDirectory.open(root));

            Process process = start(root);
            try {
                assertThat(process.getInputStream().read()).isEqualTo(OtherProcess.TURNED_AWAY);
            } finally {
                process.destroyForcibly().waitFor();
            }
            out.finish();
        }
        assertThat(everything(root)).isEqualTo(Map.of(INDEX, index()));
    }

    private static Process start(Path root) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        locationOf(OutputDirectory.class) + File.pathSeparator + locationOf(OtherProcess.class),
                        OtherProcess.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path locationOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void prepare(Path root) {
        run(root, BEFORE);
        FOREIGN.forEach((path, text) -> put(root, path, text));
    }

    private static boolean endsWell(FaultyFileSystem faulty, Path root) {
        try {
            run(faulty.on(root), AFTER);
            return true;
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining(root.toString()).hasStackTraceContaining("fault ");
            return false;
        }
    }

    /** Every file is an old one, a new one, or one of somebody else, and if it is ours then the list has it. */
    private static void assertThatNothingIsHalf(Path root) {
        Map<String, String> files = new TreeMap<>(files(root));
        files.keySet().removeIf(path -> path.endsWith("/") || path.matches("(.*/)?\\.idp-(tmp|lock)"));
        assertThat(files).containsAllEntriesOf(FOREIGN).containsEntry("same.yaml", "same");
        files.keySet().removeAll(FOREIGN.keySet());
        files.forEach((path, text) -> assertThat(text).as(path).isIn(BEFORE.get(path), AFTER.get(path)));
        assertThat(listed(root)).containsAll(files.keySet());
    }

    private static void assertThatNoWorkIsLeftLyingAround(Path root, int fault) {
        assertThat(files(root).keySet()).as("after fault %d", fault).noneMatch(path -> path.endsWith(".idp-tmp"));
    }

    private static void assertConverged(Path root, SortedMap<String, String> content) {
        Map<String, String> expected = new TreeMap<>(content);
        expected.putAll(FOREIGN);
        expected.put(INDEX, index(content.keySet().toArray(new String[0])));
        assertThat(everything(root)).isEqualTo(expected);
        assertThat(Files.exists(root.resolve(".idp-lock"))).isFalse();
    }
}
