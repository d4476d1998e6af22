package dev.idp.testing.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all tests of a class share: its files, and what was asked for.
 *
 * @param test the class; null if they are in a directory of which no class is known
 * @param files the files
 * @param abandoned directories of classes that there are no more
 * @param requests what was asked for
 * @param surroundings the process
 */
record SnapshotSession(
        @Nullable Class<?> test,
        SnapshotFiles files,
        List<SnapshotFiles> abandoned,
        Requests requests,
        Surroundings surroundings) {

    void write(String path, Optional<String> before, String text) {
        files.write(path, text);
        long lines = text.lines().count();
        String grown = before.map(old -> lines - old.lines().count())
                .filter(more -> more != 0)
                .map(more -> String.format(" (%+d)", more))
                .orElse("");
        surroundings.tell("snapshot " + (before.isPresent() ? "updated: " : "written: ")
                + SnapshotFiles.shown(files.file(path)) + ", " + lines + " lines" + grown);
    }

    void replace(String path, @Nullable String before, @Nullable String text) {
        if (text == null) {
            delete(files.file(path));
        } else {
            write(path, Optional.ofNullable(before), text);
        }
    }

    private void delete(Path file) {
        SnapshotFiles.delete(file);
        surroundings.tell("snapshot deleted: " + SnapshotFiles.shown(file));
    }

    /** Whether a class is the one whose snapshots these are, and not one that shares them by inheritance. */
    boolean isOf(Class<?> test) {
        return this.test == null || this.test.equals(test);
    }

    /** Deletes what nobody asked for when updating, and fails about it else. */
    void refuseOrphans() {
        List<Path> orphans = Stream.concat(
                        files.snapshots()
                                .filter(path -> !requests.isAskedFor(path))
                                .map(files::file),
                        abandoned.stream().flatMap(other -> other.snapshots().map(other::file)))
                .toList();
        if (orphans.isEmpty()) {
            return;
        }
        if (Mode.of(surroundings) == Mode.UPDATE) {
            orphans.forEach(this::delete);
        } else {
            throw new AssertionError(
                    (orphans.size() == 1 ? "No test asks for this snapshot:\n" : "No test asks for these snapshots:\n")
                            + orphans.stream()
                                    .map(file -> "  " + SnapshotFiles.shown(file) + "\n")
                                    .collect(Collectors.joining())
                            + "  delete with -D" + Mode.PROPERTY + "=update");
        }
    }
}
