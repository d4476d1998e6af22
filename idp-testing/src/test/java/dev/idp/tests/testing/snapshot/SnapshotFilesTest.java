package dev.idp.tests.testing.snapshot;

import static dev.idp.tests.testing.snapshot.Failures.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.testing.snapshot.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When files are written, when they are deleted, and when nothing may touch them. */
class SnapshotFilesTest {

    private static final String HEADER = "# Snapshot, not edited by hand but written by -Didp.snapshots=update\n";

    @TempDir
    private Path directory;

    @Test
    void theFirstTimeIsWrittenAndPassesAndIsTold() throws IOException {
        Machine machine = Machine.usual();

        machine.in(directory).matches("box", Box.with("a"));

        assertThat(Files.readString(directory.resolve("box.yaml"))).isEqualTo(HEADER + "box:\n  content: a\n");
        assertThat(told(machine)).containsExactly("snapshot written: box.yaml, 3 lines");
        assertThat(entries()).containsExactly("box.yaml");
    }

    @Test
    void inCiTheFirstTimeFailsAndWritesNothing() throws IOException {
        assertFailure(directory, () -> Machine.ci().in(directory).matches("box", Box.with("a")), """
                The snapshot 'box' of DIRECTORY was never written: there is no box.yaml
                  fix: run the test where files may be written, review what it writes, and commit it""");
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,", "1,", "woodpecker,", ",check"})
    void whatIsReadOnlyNeverWrites(String ci, String property) throws IOException {
        Machine machine = Machine.of(
                ci == null ? Map.of() : Map.of("CI", ci),
                property == null ? Map.of() : Map.of("idp.snapshots", property));

        assertThat(Failures.message(directory, () -> machine.in(directory).matches("box", Box.with("a"))))
                .contains("was never written");
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "0", ""})
    void aVariableThatDeniesIsNoCi(String ci) throws IOException {
        Machine.of(Map.of("CI", ci), Map.of()).in(directory).matches("box", Box.with("a"));

        assertThat(entries()).containsExactly("box.yaml");
    }

    @Test
    void updatingInCiIsRefused() throws IOException {
        Machine.usual().in(directory).matches("box", Box.with("a"));

        assertFailure(
                directory,
                () -> Machine.of(Map.of("CI", "true"), Map.of("idp.snapshots", "update"))
                        .in(directory)
                        .matches("box", Box.with("b")),
                "-Didp.snapshots=update is refused since the variable CI is set: nobody would review what it writes;"
                        + " update where the code is written, and commit");
        assertThat(Files.readString(directory.resolve("box.yaml"))).contains("content: a");
    }

    @Test
    void anotherWordIsRefused() {
        assertFailure(
                directory,
                () -> Machine.usual()
                        .with("idp.snapshots", "updat")
                        .in(directory)
                        .matches("box", Box.with("a")),
                "-Didp.snapshots=updat means nothing; there are update and check");
    }

    @Test
    void aDifferenceFailsAndWritesNothing() throws IOException {
        Machine.usual().in(directory).matches("box", Box.with("a"));

        assertFailure(directory, () -> Machine.usual().in(directory).matches("box", Box.with("b")), """
                The snapshot 'box' of DIRECTORY differs in 1 place:
                  box
                    content: a -> b
                  accept with -Didp.snapshots=update""");
        assertThat(Files.readString(directory.resolve("box.yaml"))).contains("content: a");
    }

    @Test
    void whatDiffersWhereItIsNotShownIsNotTheSame() {
        String same = "a".repeat(200);
        Machine.usual().in(directory).matches("box", boxes(same + "b" + same, same + "b" + same));

        assertThat(Failures.message(directory, () -> Machine.usual()
                        .in(directory)
                        .matches("box", boxes(same + "c" + same, same + "c" + same + "d"))))
                .contains("differs in 2 places")
                .doesNotContain("the same in");
    }

    private static List<Box> boxes(String first, String second) {
        return List.of(new Box("", "first", Map.of("a", first)), new Box("", "second", Map.of("a", second)));
    }

    @Test
    void updatingWritesWhatDiffersAndTellsHowItGrows() throws IOException {
        Machine.usual().in(directory).matches("box", Box.with("a"));
        Machine machine = Machine.updating();

        machine.in(directory).matches("box", Box.with(List.of("a", "b")));

        assertThat(Files.readString(directory.resolve("box.yaml")))
                .isEqualTo(HEADER + "box:\n  content:\n  - a\n  - b\n");
        assertThat(told(machine)).containsExactly("snapshot updated: box.yaml, 5 lines (+2)");
    }

    @Test
    void updatingLeavesWhatMeansTheSame() throws IOException {
        Path file = directory.resolve("box.yaml");
        Files.writeString(file, "box: {content: 'a'}");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Machine machine = Machine.updating();

        machine.in(directory).matches("box", Box.with("a"));

        assertThat(file).hasContent("box: {content: 'a'}");
        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
        assertThat(machine.told()).isEmpty();
    }

    @Test
    void updatingDeletesTheFileOfWhatIsGone() throws IOException {
        Machine.usual().in(directory).matches("boxes", List.of(new Box("a", "a", 1), new Box("b", "b", 1)));
        Files.writeString(directory.resolve("boxes/mine.yaml"), "not: a snapshot\n");
        Machine machine = Machine.updating();

        machine.in(directory).matches("boxes", List.of(new Box("a", "a", 1)));

        assertThat(told(machine)).containsExactly("snapshot deleted: boxes/b.yaml");
        assertThat(entries()).containsExactly("boxes", "boxes/a.yaml", "boxes/mine.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "box:\\n  content: [a                         | line 3: is no YAML: expected ',' or ']', but got <stream end>",
                "box:\\n  content: a\\n  content: b           | line 3: is no YAML: found duplicate key content",
                "<<<<<<< HEAD\\nbox: 1\\n=======\\nbox: 2\\n>>>>>>> x | line 1: has the marks of a merge that was not resolved",
                "box: 1\\n=======\\nbox: 2                    | line 2: has the marks of a merge that was not resolved",
                "- box                                        | line 1: is no map of subjects by their names",
            })
    void aBrokenFileIsNamedWithItsLineUntilItIsWrittenAnew(String content, String problem) throws IOException {
        Files.writeString(directory.resolve("box.yaml"), content.replace("\\n", "\n") + "\n");

        assertFailure(
                directory,
                () -> Machine.usual().in(directory).matches("box", Box.with("a")),
                "The snapshot 'box' of DIRECTORY cannot be read:\n  box.yaml " + problem
                        + "\n  fix: mend it, or write it anew with -Didp.snapshots=update");

        Machine.updating().in(directory).matches("box", Box.with("a"));
        assertThat(Files.readString(directory.resolve("box.yaml"))).isEqualTo(HEADER + "box:\n  content: a\n");
    }

    @Test
    void aFileMayBeHeldToALengthThatSomebodyReads() throws IOException {
        assertFailure(
                directory,
                () -> Machine.usual().in(directory).withFilesOfAtMost(4).matches("box", Box.with(List.of("a", "b"))),
                "The snapshot box.yaml has 5 lines, more than the 4 that a reader is asked to review;"
                        + " fix: show less, or allow more");
        assertThat(entries()).isEmpty();
    }

    private List<String> told(Machine machine) {
        return machine.told().stream()
                .map(line -> Failures.told(directory, line))
                .toList();
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.skip(1)
                    .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
