package dev.idp.testing.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The directory with the snapshots of one test class. Files are replaced as a whole, and others' are left alone. */
final class SnapshotFiles {

    private static final String ENDING = ".yaml";

    private final Path directory;
    private final String owner;

    SnapshotFiles(Path directory, String owner) {
        this.directory = directory;
        this.owner = owner;
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    String owner() {
        return owner;
    }

    /** The path of a file of a snapshot, relative to the directory. */
    static String path(String snapshot, String file) {
        return file.isEmpty() ? snapshot + ENDING : snapshot + "/" + file + ENDING;
    }

    static boolean isOf(String snapshot, String path) {
        return path.equals(snapshot + ENDING) || path.startsWith(snapshot + "/");
    }

    /** The paths of all that snapshots wrote. */
    Stream<String> snapshots() {
        SortedMap<String, String> texts = new TreeMap<>();
        read("", path -> true, texts);
        entries(directory)
                .filter(Files::isDirectory)
                .forEach(inner -> read(inner.getFileName() + "/", path -> true, texts));
        return texts.entrySet().stream()
                .filter(file -> SnapshotText.isSnapshot(file.getValue()))
                .map(Map.Entry::getKey);
    }

    /** The files of one snapshot, with their texts: those it should have, and others that only a snapshot can have left. */
    SortedMap<String, String> of(String snapshot, Set<String> paths) {
        SortedMap<String, String> texts = new TreeMap<>();
        read("", path -> isOf(snapshot, path), texts);
        read(snapshot + "/", path -> true, texts);
        texts.entrySet().removeIf(file -> !paths.contains(file.getKey()) && !SnapshotText.isSnapshot(file.getValue()));
        return texts;
    }

    /** Reads with line feeds as they were written, whatever Git made of them; others may delete files meanwhile. */
    private void read(String prefix, Predicate<String> which, SortedMap<String, String> texts) {
        for (Path file : entries(directory.resolve(prefix)).toList()) {
            String path = prefix + file.getFileName();
            if (path.endsWith(ENDING) && which.test(path) && Files.isRegularFile(file)) {
                try {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    texts.put(path, text.replace("\r\n", "\n"));
                } catch (NoSuchFileException gone) {
                    texts.remove(path);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
    }

    private static Stream<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return Stream.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(String path, String text) {
        Path file = file(path);
        Path parent = Objects.requireNonNull(file.getParent());
        try {
            Files.createDirectories(parent);
            Path temporary = Files.createTempFile(parent, ".snapshot", ".tmp");
            try {
                Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a file, and directories that it leaves empty, up to that of a test class. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Path parent = Objects.requireNonNull(file.getParent());
            if (entries(parent).findAny().isEmpty()) {
                Files.deleteIfExists(parent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file as people find it from where they are. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole)
                .toString()
                .replace('\\', '/');
    }
}
