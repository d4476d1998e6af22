package dev.idp.tests.testing.snapshot;

import static dev.idp.tests.testing.snapshot.Failures.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.idp.testing.snapshot.Machine;
import dev.idp.testing.snapshot.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each snapshot has a name of its own, whoever asks for it, and in whatever order tests run. */
class SnapshotNamesTest {

    private static final String HEADER = "# Snapshot, not edited by hand but written by -Didp.snapshots=update\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "a.b", "-a", "a b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertFailure(
                directory,
                () -> Machine.usual().in(directory).matches(name, Box.with("a")),
                "A snapshot cannot be called '" + name + "': use letters, digits, '-' and '_'");
    }

    @Test
    void twoThatAskForOneNameAreBothNamed() {
        var snapshots = Machine.usual().in(directory);
        snapshots.matches("box", Box.with("a"));

        assertFailure(
                directory,
                () -> snapshots.matches("Box", Box.with("a")),
                "The snapshot 'Box' is asked for by SnapshotNamesTest.java:LINE and as"
                        + " 'box' by SnapshotNamesTest.java:LINE; fix: give each its own name");
    }

    @Test
    void oneThatAsksForDifferentThingsByOneNameIsNamed() {
        var snapshots = Machine.usual().in(directory);

        assertFailure(
                directory,
                () -> Stream.of("a", "b").forEach(content -> snapshots.matches("box", Box.with(content))),
                "The snapshot 'box' is asked for twice by SnapshotNamesTest.java:LINE"
                        + ", with different content; fix: let the name say which one it is");
    }

    @Test
    void whoAsksThroughAMethodOfAllTestsIsNamedAsWell() {
        var snapshots = Machine.usual().in(directory);
        ask(snapshots, "a");

        assertThat(Failures.message(directory, () -> ask(snapshots, "b")))
                .startsWith(
                        "The snapshot 'box' is asked for by SnapshotNamesTest.java:LINE < SnapshotNamesTest.java:LINE");
    }

    private static void ask(Snapshots snapshots, String content) {
        snapshots.matches("box", Box.with(content));
    }

    @Test
    void testsThatAreRepeatedAskAgain() {
        var snapshots = Machine.usual().in(directory);

        assertThatCode(() -> IntStream.range(0, 3).forEach(i -> snapshots.matches("box", Box.with("a"))))
                .doesNotThrowAnyException();
    }

    @Test
    void testsInParallelDisturbNobody() throws Exception {
        var snapshots = Machine.updating().in(directory);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> done = threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(i -> () -> {
                        snapshots.matches("box-" + i, Box.with("a"));
                        return Files.readString(directory.resolve("box-" + i + ".yaml"));
                    })
                    .toList());
            for (Future<String> text : done) {
                assertThat(text.get()).isEqualTo(HEADER + "box:\n  content: a\n");
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).hasSize(200);
        }
    }
}
