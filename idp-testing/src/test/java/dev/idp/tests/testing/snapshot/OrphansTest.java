package dev.idp.tests.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.idp.testing.snapshot.Machine;
import dev.idp.testing.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Files that no test asks for are found once all tests of a class have passed, and only then. */
class OrphansTest {

    @TempDir
    private Path resources;

    private Path directory;

    @BeforeEach
    void writeTheSnapshotsOfAnEarlierVersion() {
        directory = resources.resolve("dev/idp/tests/testing/snapshot/OrphansTest.Cases");
        Machine.usual().in(directory).matches("old", Box.with("a"));
        assertThat(run(Machine.usual(), "", selectClass(Cases.class))).hasSize(1);
        assertThat(directory.resolve("one.yaml")).exists();
    }

    @Test
    void anOrphanFailsTheClass() {
        assertThat(run(Machine.usual(), "", selectClass(Cases.class))).containsExactly("""
                No test asks for this snapshot:
                  dev/idp/tests/testing/snapshot/OrphansTest.Cases/old.yaml
                  delete with -Didp.snapshots=update""");
    }

    @Test
    void inCiAsWell() {
        assertThat(run(Machine.of(Map.of("CI", "true"), Map.of()), "", selectClass(Cases.class)))
                .hasSize(1);
    }

    @Test
    void updatingDeletesIt() {
        Machine machine = Machine.updating();

        assertThat(run(machine, "", selectClass(Cases.class))).isEmpty();

        assertThat(directory.resolve("old.yaml")).doesNotExist();
        assertThat(directory.resolve("one.yaml")).exists();
        assertThat(machine.told().stream().map(line -> Failures.told(directory, line)))
                .containsExactly("snapshot deleted: old.yaml");
    }

    @Test
    void runningASingleTestAccusesNoFileAndDeletesNone() {
        for (Machine machine : List.of(Machine.usual(), Machine.updating())) {
            assertThat(run(machine, "", selectMethod(Cases.class, "one"))).isEmpty();
            assertThat(run(machine, "", selectClass(Cases.Inner.class))).isEmpty();
        }
        assertThat(directory.resolve("old.yaml")).exists();
        assertThat(directory.resolve("several-b.yaml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "several-b", "inner", "dynamic"})
    void whereATestFailsItAloneIsTold(String failing) {
        assertThat(run(Machine.updating(), failing, selectClass(Cases.class))).containsExactly(failing + " fails");
        assertThat(directory.resolve("old.yaml")).exists();
    }

    @Test
    void whereATestIsAbortedNothingIsTold() {
        assertThat(run(Machine.usual(), "abort one", selectClass(Cases.class))).isEmpty();
    }

    @Test
    void theFilesOfAClassThatIsGoneAreOrphans() {
        run(Machine.updating(), "", selectClass(Cases.class));
        Machine.usual().in(directory.resolveSibling("RenamedTest")).matches("plan", Box.with("a"));
        Machine.usual().in(directory.resolveSibling("BrokenTest.Inner")).matches("plan", Box.with("a"));
        Machine.usual().in(directory.resolveSibling("OrphansTest")).matches("plan", Box.with("a"));

        assertThat(run(Machine.usual(), "", selectClass(Cases.class))).containsExactly("""
                No test asks for these snapshots:
                  dev/idp/tests/testing/snapshot/BrokenTest.Inner/plan.yaml
                  dev/idp/tests/testing/snapshot/RenamedTest/plan.yaml
                  delete with -Didp.snapshots=update""");
    }

    @Test
    void subpackagesAndDirectoriesOfOnesOwnAreLeftAlone() {
        run(Machine.updating(), "", selectClass(Cases.class));
        Path ofSubpackage = aSnapshotIn("sub/JBarTest");
        Path ofOnesOwn = aSnapshotIn("golden");

        for (Machine machine : List.of(Machine.usual(), Machine.updating())) {
            assertThat(run(machine, "", selectClass(Cases.class))).isEmpty();
            assertThat(machine.told()).isEmpty();
        }

        assertThat(List.of(ofSubpackage, ofOnesOwn)).allMatch(Files::exists);
    }

    @Test
    void whatIsCompiledElsewhereIsNotGone() throws IOException {
        resources = resources.resolve("src/test/resources");
        directory = resources.resolve("dev/idp/tests/testing/snapshot/OrphansTest.Cases");
        Path sources = resources.resolveSibling("java").resolve("dev/idp/tests/testing/snapshot");
        Files.createDirectories(sources);
        Files.createFile(sources.resolve("LaterTest.java"));
        aSnapshotIn("LaterTest");
        aSnapshotIn("LaterTest.Inner");
        aSnapshotIn("Later");

        assertThat(run(Machine.usual(), "", selectClass(Cases.class))).containsExactly("""
                No test asks for this snapshot:
                  dev/idp/tests/testing/snapshot/Later/g.yaml
                  delete with -Didp.snapshots=update""");
    }

    private Path aSnapshotIn(String sibling) {
        Machine.usual().in(directory.resolveSibling(sibling)).matches("g", Box.with("a"));
        return directory.resolveSibling(sibling).resolve("g.yaml");
    }

    @Test
    void otherFilesAreNobodysBusiness() throws Exception {
        run(Machine.updating(), "", selectClass(Cases.class));
        Files.writeString(directory.resolve("releases.yaml"), "orders: 1.4.2\n");
        Files.writeString(directory.resolve("notes.txt"), "# Snapshot");

        assertThat(run(Machine.updating(), "", selectClass(Cases.class))).isEmpty();
        assertThat(directory.resolve("releases.yaml")).exists();
        assertThat(directory.resolve("notes.txt")).exists();
    }

    @Test
    void aFieldThatIsNotStaticIsRefused() {
        assertThat(run(Machine.usual(), "", selectClass(NotStatic.class)))
                .containsExactly("the field with the snapshots of NotStatic is not static, so that nobody sees what all"
                        + " its tests ask for; fix: make it static");
    }

    @Test
    void withoutJUnitOneAsksForOrphans() {
        Snapshots snapshots = Machine.usual().in(directory);

        assertThat(Failures.message(directory, snapshots::hasNoOrphans))
                .startsWith(
                        "No test asks for these snapshots:\n  dynamic.yaml\n  inner.yaml\n  old.yaml\n  one.yaml\n");
    }

    /** Runs tests that fail, or abort, where they are told to. */
    private List<String> run(Machine machine, String failing, DiscoverySelector selector) {
        Cases.failing = failing;
        Cases.snapshots =
                machine.with("idp.snapshots.resources", resources.toString()).of(Cases.class);
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().allEvents().failed().stream()
                .flatMap(event -> failure(event).stream())
                .map(failure -> Failures.told(resources, String.valueOf(failure.getMessage())))
                .toList();
    }

    private static Optional<Throwable> failure(Event event) {
        return event.getPayload(TestExecutionResult.class).flatMap(TestExecutionResult::getThrowable);
    }

    static class Cases {

        @RegisterExtension
        static Snapshots snapshots = Snapshots.in(Path.of("none"));

        static String failing = "";

        @Test
        void one() {
            if (failing.equals("abort one")) {
                abort();
            }
            ask("one");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void several(String which) {
            ask("several-" + which);
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> ask("dynamic")));
        }

        @Nested
        class Inner {

            @Test
            void inner() {
                ask("inner");
            }
        }

        static void ask(String name) {
            if (failing.equals(name)) {
                throw new AssertionError(name + " fails");
            }
            snapshots.matches(name, Box.with("a"));
        }
    }

    static class NotStatic {

        @RegisterExtension
        Snapshots snapshots = Snapshots.in(Path.of("none"));

        @Test
        void one() {
            snapshots.hasNoOrphans();
        }
    }
}
