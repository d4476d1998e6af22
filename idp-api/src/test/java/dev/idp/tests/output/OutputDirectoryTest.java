package dev.idp.tests.output;

import static dev.idp.tests.output.Disk.INDEX;
import static dev.idp.tests.output.Disk.everything;
import static dev.idp.tests.output.Disk.files;
import static dev.idp.tests.output.Disk.index;
import static dev.idp.tests.output.Disk.put;
import static dev.idp.tests.output.Disk.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.output.OutputDirectory;
import dev.idp.output.WriteReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputDirectoryTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path temp;

    Path root;
    Path outside;

    @BeforeEach
    void createDirectories() throws IOException {
        root = temp.resolve("root");
        outside = Files.createDirectory(temp.resolve("outside"));
        put(outside, "a.yaml", "not yours");
    }

    @Nested
    class Writing {

        @Test
        void createsTheDirectoryAndTheFiles() {
            assertThat(run(root, Map.of("namespace.yaml", "n", "services/orders/service.yaml", "s")))
                    .isEqualTo(new WriteReport(2, 0, 0));

            assertThat(everything(root))
                    .isEqualTo(Map.of(
                            "namespace.yaml",
                            "n",
                            "services/orders/service.yaml",
                            "s",
                            INDEX,
                            index("namespace.yaml", "services/orders/service.yaml")));
        }

        @Test
        void takesAPartOfAnArray() {
            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("a.yaml", "0123456789".getBytes(UTF_8), 3, 4);
                out.write("empty.yaml", new byte[0]);
                out.finish();
            }

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "3456", "empty.yaml", ""));
        }

        @Test
        void comparesAPartOfAnArray() {
            run(root, Map.of("a.yaml", "3456"));

            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("a.yaml", "0123456789".getBytes(UTF_8), 3, 4);
                assertThat(out.finish()).isEqualTo(new WriteReport(0, 1, 0));
            }
        }

        @Test
        void leavesAloneWhatDidNotChange() throws IOException {
            var content = Map.of("a.yaml", "a", "b/c.yaml", "c");
            run(root, content);
            var paths = List.of("a.yaml", "b/c.yaml", INDEX);
            for (String path : paths) {
                Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
            }

            assertThat(run(root, content)).isEqualTo(new WriteReport(0, 2, 0));

            for (String path : paths) {
                assertThat(Files.getLastModifiedTime(root.resolve(path))).isEqualTo(LONG_AGO);
            }
        }

        @Test
        void noticesAChangeThatKeepsTheSize() {
            run(root, Map.of("a.yaml", "replicas: 1"));

            assertThat(run(root, Map.of("a.yaml", "replicas: 2"))).isEqualTo(new WriteReport(1, 0, 0));

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "replicas: 2"));
        }

        @Test
        void restoresWhatWasEditedOrDeletedByHand() throws IOException {
            var content = Map.of("a.yaml", "a", "b.yaml", "b", "c.yaml", "c");
            run(root, content);
            put(root, "a.yaml", "edited");
            Files.delete(root.resolve("b.yaml"));

            assertThat(run(root, content)).isEqualTo(new WriteReport(2, 1, 0));

            assertThat(files(root)).isEqualTo(content);
        }

        @Test
        void letsAReaderFinishWithTheOldFile() throws IOException {
            run(root, Map.of("a.yaml", "old"));
            try (InputStream reader = Files.newInputStream(root.resolve("a.yaml"))) {
                run(root, Map.of("a.yaml", "new"));

                assertThat(reader).hasContent("old");
            }
        }

        @Test
        void replacesInStepsWhereThatIsAllTheFileSystemCanDo() {
            run(root, Map.of("a.yaml", "old"));

            run(FaultyFileSystem.of(temp, FaultyFileSystem.Kind.MOVES_IN_STEPS).on(root), Map.of("a.yaml", "new"));

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "new"));
        }

        @Test
        void costsOneLookAndOneReadForAnUnchangedFile() {
            assertThat(costOfUnchanged(30).looks() - costOfUnchanged(20).looks())
                    .isEqualTo(10);
            assertThat(costOfUnchanged(30).reads() - costOfUnchanged(20).reads())
                    .isEqualTo(10);
            assertThat(costOfUnchanged(30).changes())
                    .as("the lock is created, opened and deleted")
                    .isEqualTo(3);
        }

        private FaultyFileSystem costOfUnchanged(int files) {
            Map<String, String> content = new TreeMap<>();
            IntStream.range(0, files).forEach(i -> content.put("services/s" + i + ".yaml", "s"));
            run(root, content);
            var counting = FaultyFileSystem.of(temp, FaultyFileSystem.Kind.SOUND);
            run(counting.on(root), content);
            return counting;
        }
    }

    @Nested
    class Removing {

        @Test
        void takesAwayWhatIsGoneAndDirectoriesThatAreEmptyThen() {
            run(root, Map.of("a.yaml", "a", "b/b.yaml", "b", "c/d/e.yaml", "e", "c/d/f.yaml", "f"));

            assertThat(run(root, Map.of("a.yaml", "a"))).isEqualTo(new WriteReport(0, 1, 3));

            assertThat(everything(root)).isEqualTo(Map.of("a.yaml", "a", INDEX, index("a.yaml")));
        }

        @Test
        void keepsTheRootEvenIfNothingIsLeft() {
            run(root, Map.of("a/b.yaml", "b"));

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));

            assertThat(everything(root)).isEqualTo(Map.of(INDEX, index()));
        }

        @Test
        void leavesFilesOfOthersAndTheirDirectories() {
            put(root, "README.md", "by hand");
            run(root, Map.of("a/b/c.yaml", "c", "d/e.yaml", "e"));
            put(root, "a/notes.txt", "by hand");

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 2));

            assertThat(files(root)).isEqualTo(Map.of("README.md", "by hand", "a/notes.txt", "by hand"));
        }

        @Test
        void doesNotMindWhatSomebodyRemovedBefore() throws IOException {
            run(root, Map.of("a.yaml", "a", "b/c/d.yaml", "d"));
            Files.delete(root.resolve("a.yaml"));
            Files.delete(root.resolve("b/c/d.yaml"));
            Files.delete(root.resolve("b/c"));

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 0));

            assertThat(everything(root)).isEqualTo(Map.of(INDEX, index()));
        }

        @Test
        void needsAFinishedRun() {
            run(root, Map.of("a.yaml", "a", "b.yaml", "b"));

            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("c.yaml", new byte[] {'c'});
            }

            assertThat(everything(root))
                    .isEqualTo(Map.of(
                            "a.yaml", "a", "b.yaml", "b", "c.yaml", "c", INDEX, index("a.yaml", "b.yaml", "c.yaml")));
        }

        @Test
        void makesRoomForADirectoryWhereAFileWas() {
            run(root, Map.of("orders", "o", "b.yaml", "b"));

            assertThat(run(root, Map.of("orders/service.yaml", "s", "b.yaml", "b")))
                    .isEqualTo(new WriteReport(1, 1, 1));

            assertThat(files(root)).isEqualTo(Map.of("orders/service.yaml", "s", "b.yaml", "b"));
        }

        @Test
        void makesRoomForAFileWhereADirectoryWas() {
            run(root, Map.of("orders/a/b.yaml", "b", "orders/c.yaml", "c", "orders-db.yaml", "d"));

            assertThat(run(root, Map.of("orders", "o", "orders-db.yaml", "d"))).isEqualTo(new WriteReport(1, 1, 2));

            assertThat(files(root)).isEqualTo(Map.of("orders", "o", "orders-db.yaml", "d"));
        }

        @ParameterizedTest
        @CsvSource({"SOUND, Team/Orders.yaml, team/orders.yaml", "IGNORES_CASE, team/orders.yaml, team/orders.yaml"})
        void followsAChangeOfCase(FaultyFileSystem.Kind kind, String before, String after) {
            Path same = FaultyFileSystem.of(temp, kind).on(root);
            run(same, Map.of("Team/Orders.yaml", "o"));
            assertThat(files(root)).isEqualTo(Map.of(before, "o"));

            assertThat(run(same, Map.of("team/orders.yaml", "o"))).isEqualTo(new WriteReport(1, 0, 1));

            assertThat(everything(root)).isEqualTo(Map.of(after, "o", INDEX, index("team/orders.yaml")));
        }
    }

    @Nested
    class Listing {

        @Test
        void mayHaveTwoSpellingsOfOneFileAfterACrash() {
            put(root, "team/orders.yaml", "o");
            put(root, INDEX, index("Team/Orders.yaml", "team/orders.yaml"));
            Path ignoringCase = FaultyFileSystem.of(temp, FaultyFileSystem.Kind.IGNORES_CASE)
                    .on(root);

            assertThat(run(ignoringCase, Map.of("team/orders.yaml", "o"))).isEqualTo(new WriteReport(1, 0, 1));

            assertThat(everything(root)).isEqualTo(Map.of("team/orders.yaml", "o", INDEX, index("team/orders.yaml")));
        }

        @Test
        void isSortedWhateverTheOrderOfWriting() throws IOException {
            try (OutputDirectory out = OutputDirectory.open(root)) {
                for (String path : List.of("b/a.yaml", "b.yaml", "b-c.yaml", "Z.yaml", "a.yaml")) {
                    out.write(path, new byte[0]);
                }
                out.finish();
            }

            assertThat(root.resolve(INDEX))
                    .hasContent(index("Z.yaml", "a.yaml", "b-c.yaml", "b.yaml", "b/a.yaml"))
                    .hasBinaryContent(index("Z.yaml", "a.yaml", "b-c.yaml", "b.yaml", "b/a.yaml")
                            .getBytes(UTF_8));
        }

        @ParameterizedTest
        @ValueSource(strings = {"../outside/a.yaml", "/etc/hosts", "services/../../outside/a.yaml", "", "<<<<<<< main"})
        void mayNotBeDamagedByHand(String line) {
            run(root, Map.of("a.yaml", "a"));
            put(root, INDEX, index("a.yaml", line, "b.yaml"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> OutputDirectory.open(root))
                    .withMessageContainingAll(INDEX + ", line 3: '" + line + "' ", "; fix: delete this line");

            assertThat(files(outside)).isEqualTo(Map.of("a.yaml", "not yours"));
            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "a"));
        }

        @Test
        void thatNamesADirectoryRemovesNone() {
            put(root, "notes/a.txt", "by hand");
            put(root, INDEX, index("notes"));

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 0));

            assertThat(files(root)).isEqualTo(Map.of("notes/a.txt", "by hand"));
        }

        @Test
        void thatNamesAnEmptyDirectoryRemovesNone() throws IOException {
            Files.createDirectories(root.resolve("notes"));
            put(root, INDEX, index("notes"));

            run(root, Map.of());

            assertThat(files(root)).isEqualTo(Map.of("notes/", ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"# Something else\n", "a.yaml\n", "\n", "no line"})
        void isNotTakenFromAFileOfAnotherKind(String text) {
            put(root, INDEX, text);

            assertThatIllegalStateException()
                    .isThrownBy(() -> OutputDirectory.open(root))
                    .withMessageContaining("fix: move it away or delete it");

            assertThat(everything(root)).isEqualTo(Map.of(INDEX, text));
        }

        @Test
        void doesNotCountALineWithoutItsEnd() {
            put(root, "services/ord", "by hand");
            put(root, INDEX, index("gone.yaml") + "services/ord");

            run(root, Map.of("services/pay", "p"));

            assertThat(everything(root))
                    .isEqualTo(Map.of("services/ord", "by hand", "services/pay", "p", INDEX, index("services/pay")));
        }

        @Test
        void goesOnAfterALineWithoutItsEnd() {
            put(root, INDEX, index("gone.yaml") + "services/ord");

            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("services/pay", new byte[] {'p'});
            }

            assertThat(everything(root))
                    .isEqualTo(Map.of("services/pay", "p", INDEX, index("gone.yaml", "services/pay")));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 40})
        void startsAgainAfterHalfAHeader(int length) {
            put(root, INDEX, Disk.HEADER.substring(0, length));

            run(root, Map.of("a.yaml", "a"));

            assertThat(everything(root)).isEqualTo(Map.of("a.yaml", "a", INDEX, index("a.yaml")));
        }

        @Test
        void mayHaveTheLineEndsOfWindows() {
            put(root, "a.yaml", "a");
            put(root, INDEX, index("a.yaml", "b.yaml").replace("\n", "\r\n"));

            assertThat(run(root, Map.of("c.yaml", "c"))).isEqualTo(new WriteReport(1, 0, 1));

            assertThat(everything(root)).isEqualTo(Map.of("c.yaml", "c", INDEX, index("c.yaml")));
        }

        @Test
        void mayNameAFileTwice() {
            put(root, "a.yaml", "a");
            put(root, INDEX, index("a.yaml", "a.yaml"));

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/",
                    "/etc/passwd",
                    "//host/share/a.yaml",
                    ".",
                    "..",
                    "../outside/a.yaml",
                    "a/../../outside/a.yaml",
                    "a/..",
                    "./a.yaml",
                    "a/./b.yaml",
                    "...",
                    "a//b.yaml",
                    "a/",
                    "..\\outside\\a.yaml",
                    "a\\b.yaml",
                    "C:\\a.yaml",
                    "C:/a.yaml",
                    "C:a.yaml",
                    "a.yaml:stream",
                    "\\\\?\\a.yaml",
                    "~a/b?.yaml",
                    "a*.yaml",
                    "a<b.yaml",
                    "a>b.yaml",
                    "a|b.yaml",
                    "a\"b.yaml",
                    "a\0b.yaml",
                    "a\nb.yaml",
                    "a\r.yaml",
                    "a\tb.yaml",
                    "a\u001bb.yaml",
                    "a\u007fb.yaml",
                    "stra\u00dfe.yaml",
                    "a\u202eb.yaml",
                    "\ud83d\ude80.yaml",
                    "\ud83d.yaml",
                    "CON",
                    "nul",
                    "a/Aux/b.yaml",
                    "prn.yaml",
                    "com1.tar.gz",
                    "LPT9.yaml",
                    "con .yaml",
                    "conin$",
                    "CONOUT$.yaml",
                    "a.yaml.",
                    "a.yaml ",
                    "a./b.yaml",
                    "a /b.yaml",
                    " ",
                    ".git/hooks/pre-commit",
                    "a/.GIT/config",
                    ".git",
                    ".idp-files",
                    ".idp-tmp",
                    "a/.IDP-lock"
                })
        void pathsThatAreNotPlainOnEveryOperatingSystem(String path) {
            run(root, Map.of("a.yaml", "a"));
            var before = everything(temp);

            try (OutputDirectory out = OutputDirectory.open(root)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> out.write(path, new byte[1]))
                        .withMessageStartingWith("'" + path + "' ");
            }

            assertThat(everything(temp)).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a",
                    "..a",
                    "a..b",
                    ".gitignore",
                    ".github/a.yaml",
                    ".idp",
                    " a",
                    "a b",
                    "#a",
                    "-a",
                    "~",
                    "$HOME",
                    "%2e%2e",
                    "a'b",
                    "{a}",
                    "a;b",
                    "console.yaml",
                    "com.yaml",
                    "com10.yaml",
                    "a.con",
                    "con-fig/nullable.yaml"
                })
        void butNotPathsThatOnlyLookOdd(String path) {
            assertThat(run(root, Map.of(path, "text"))).isEqualTo(new WriteReport(1, 0, 0));
            assertThat(run(root, Map.of(path, "text"))).isEqualTo(new WriteReport(0, 1, 0));

            assertThat(everything(root)).isEqualTo(Map.of(path, "text", INDEX, index(path)));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "a/b.yaml, a/b.yaml, 'a/b.yaml' is written twice in one run",
                    "a/b.yaml, a/B.yaml, 'a/B.yaml' differs only in case from 'a/b.yaml'",
                    "a/b.yaml, A/c.yaml, 'A/c.yaml' differs only in case from 'a/'",
                    "a/b/c, a/B, a file and a directory of one name",
                    "a/b, a/b/c, a file and a directory of one name",
                    "a/b, A, a file and a directory of one name"
                })
        void pathsThatAreOneToSomeFileSystem(String first, String second, String message) {
            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write(first, new byte[1]);

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> out.write(second, new byte[1]))
                        .withMessageContaining(message);
            }
        }

        @Test
        void toOverwriteAFileOfSomebodyElse() {
            put(root, "a.yaml", "by hand");

            assertThatIllegalStateException()
                    .isThrownBy(() -> run(root, Map.of("a.yaml", "generated")))
                    .withMessageContainingAll(
                            root.resolve("a.yaml").toString(),
                            "no earlier run wrote it; fix: move it away or delete it");

            assertThat(everything(root)).isEqualTo(Map.of("a.yaml", "by hand"));
        }

        @Test
        void toReplaceADirectoryOfSomebodyElse() {
            run(root, Map.of("a", "a"));
            run(root, Map.of());
            put(root, "a/b.txt", "by hand");

            assertThatIllegalStateException().isThrownBy(() -> run(root, Map.of("a", "a")));

            assertThat(files(root)).isEqualTo(Map.of("a/b.txt", "by hand"));
        }

        @Test
        void toReplaceADirectoryThatTookThePlaceOfAFile() throws IOException {
            run(root, Map.of("a", "a"));
            Files.delete(root.resolve("a"));
            Files.createDirectory(root.resolve("a"));

            assertThatIllegalStateException().isThrownBy(() -> run(root, Map.of("a", "a")));

            assertThat(files(root)).isEqualTo(Map.of("a/", ""));
        }

        @Test
        void toMakeADirectoryOfAFileOfSomebodyElse() {
            put(root, "a", "by hand");

            assertThatIllegalStateException()
                    .isThrownBy(() -> run(root, Map.of("a/b/c.yaml", "c")))
                    .withMessageContaining(root.resolve("a") + " is in the way");

            assertThat(everything(root)).isEqualTo(Map.of("a", "by hand"));
        }

        @Test
        void aSecondRunAtOnce() {
            try (OutputDirectory first = OutputDirectory.open(root)) {
                first.write("a.yaml", new byte[1]);

                assertThatIllegalStateException()
                        .isThrownBy(() -> OutputDirectory.open(temp.resolve("outside/../root")))
                        .withMessageContainingAll("another run is writing to " + root, "; fix: ");
                first.finish();
            }

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));
        }

        @Test
        void aRootThatIsAFile() throws IOException {
            Files.createFile(root);

            assertThatThrownBy(() -> OutputDirectory.open(root))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(root.toString());
        }

        @Test
        void toGoOnWithARunThatIsOver() {
            OutputDirectory out = OutputDirectory.open(root);
            out.finish();

            assertThatIllegalStateException()
                    .isThrownBy(() -> out.write("a.yaml", new byte[1]))
                    .withMessageContaining("is over");
            assertThatIllegalStateException().isThrownBy(out::finish);
            out.close();
            out.close();
            assertThatIllegalStateException().isThrownBy(out::finish).withMessageContaining("is over");
        }

        @Test
        void toFinishARunThatLacksAFile() {
            run(root, Map.of("a.yaml", "a", "b.yaml", "b"));
            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("a.yaml", new byte[] {'a'});
                assertThatThrownBy(() -> out.write("b.yaml", new byte[1], 0, 2))
                        .isInstanceOf(IndexOutOfBoundsException.class);

                assertThatIllegalStateException()
                        .isThrownBy(out::finish)
                        .withMessageContaining("failed before and can only be closed");
                assertThatIllegalStateException().isThrownBy(() -> out.write("c.yaml", new byte[1]));
            }

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "a", "b.yaml", "b"));
        }
    }

    @Nested
    class Adopting {

        @Test
        void takesAnEqualFileAsItIs() throws IOException {
            put(root, "a.yaml", "a");
            Files.setLastModifiedTime(root.resolve("a.yaml"), LONG_AGO);

            assertThat(run(root, Map.of("a.yaml", "a"))).isEqualTo(new WriteReport(0, 1, 0));

            assertThat(Files.getLastModifiedTime(root.resolve("a.yaml"))).isEqualTo(LONG_AGO);
            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));
        }

        @Test
        void repairsALostList() throws IOException {
            var content = Map.of("a.yaml", "a", "b/c.yaml", "c");
            run(root, content);
            var before = everything(root);
            Files.delete(root.resolve(INDEX));

            assertThat(run(root, content)).isEqualTo(new WriteReport(0, 2, 0));

            assertThat(everything(root)).isEqualTo(before);
        }

        @Test
        void needsAFinishedRun() {
            put(root, "a.yaml", "by hand");
            try (OutputDirectory out = OutputDirectory.open(root)) {
                out.write("a.yaml", "by hand".getBytes(UTF_8));
                out.write("b.yaml", new byte[] {'b'});
            }

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "by hand"));
        }
    }

    @Nested
    class Links {

        @Test
        void mayLeadToTheRoot() throws IOException {
            Files.createDirectory(root);
            Path link = Files.createSymbolicLink(temp.resolve("link"), root);

            run(link, Map.of("a.yaml", "a", "b/c.yaml", "c"));
            run(link, Map.of("a.yaml", "a"));

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "a"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"../outside", "inside", "nowhere"})
        void areNotFollowedToWrite(String target) throws IOException {
            Files.createDirectories(root.resolve("inside"));
            Files.createSymbolicLink(root.resolve("link"), Path.of(target));
            var before = everything(temp);

            for (String path : List.of("link/a.yaml", "link/b.yaml", "link/b/c.yaml", "link")) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> run(root, Map.of(path, "a")))
                        .withMessageContaining(root.resolve("link") + " is in the way");
            }

            assertThat(everything(temp)).isEqualTo(before);
        }

        @Test
        void areNotFollowedToRemove() throws IOException {
            run(root, Map.of("dir/a.yaml", "a", "dir/sub/b.yaml", "b"));
            Files.move(root.resolve("dir"), temp.resolve("moved"));
            put(temp, "moved/.idp-tmp", "t");
            Files.createSymbolicLink(root.resolve("dir"), Path.of("../moved"));

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 0));

            assertThat(files(root)).isEqualTo(Map.of("dir", "-> moved"));
            assertThat(files(temp.resolve("moved")))
                    .isEqualTo(Map.of("a.yaml", "a", "sub/b.yaml", "b", ".idp-tmp", "t"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"not yours", "generated"})
        void inPlaceOfAnOwnFileAreReplaced(String text) throws IOException {
            run(root, Map.of("a.yaml", "generated"));
            linkToOutside("a.yaml");
            put(outside, "a.yaml", text);

            assertThat(run(root, Map.of("a.yaml", "generated"))).isEqualTo(new WriteReport(1, 0, 0));

            assertThat(files(root)).isEqualTo(Map.of("a.yaml", "generated"));
            assertThat(files(outside)).isEqualTo(Map.of("a.yaml", text));
        }

        @Test
        void inPlaceOfAnOwnFileAreRemovedAndNotWhatTheyLeadTo() throws IOException {
            run(root, Map.of("a.yaml", "generated"));
            linkToOutside("a.yaml");

            assertThat(run(root, Map.of())).isEqualTo(new WriteReport(0, 0, 1));

            assertThat(files(root)).isEmpty();
            assertThat(files(outside)).isEqualTo(Map.of("a.yaml", "not yours"));
        }

        @ParameterizedTest
        @ValueSource(strings = {INDEX, ".idp-lock"})
        void areNotFollowedForBookkeeping(String name) throws IOException {
            Files.createDirectory(root);
            linkToOutside(name);

            assertThatThrownBy(() -> run(root, Map.of("b.yaml", "b")))
                    .isInstanceOfAny(IllegalStateException.class, UncheckedIOException.class)
                    .hasMessageContaining(name);

            assertThat(files(root)).doesNotContainKey("b.yaml");
            assertThat(files(outside)).isEqualTo(Map.of("a.yaml", "not yours"));
        }

        @Test
        void areNotFollowedForTemporaryFiles() throws IOException {
            Files.createDirectory(root);
            linkToOutside(".idp-tmp");

            assertThatThrownBy(() -> run(root, Map.of("b.yaml", "b")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContainingAll("b.yaml", ".idp-tmp");

            assertThat(files(root)).isEqualTo(Map.of(".idp-tmp", "-> a.yaml"));
            assertThat(files(outside)).isEqualTo(Map.of("a.yaml", "not yours"));
        }

        private void linkToOutside(String name) throws IOException {
            Files.deleteIfExists(root.resolve(name));
            Files.createSymbolicLink(root.resolve(name), outside.resolve("a.yaml"));
        }
    }
}
