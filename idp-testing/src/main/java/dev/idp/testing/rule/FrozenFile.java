package dev.idp.testing.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The frozen violations of one rule, one a line and sorted, so that a review shows which came and went. */
record FrozenFile(Path directory, String rule) {

    private static final String SUFFIX = ".txt";

    static List<FrozenFile> allIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .map(name -> new FrozenFile(directory, name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path path() {
        return directory.resolve(rule + SUFFIX);
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Returns how often each violation is frozen; none if there is no file. */
    SortedMap<String, Integer> read() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        if (!exists()) {
            return counts;
        }
        int number = 0;
        for (String line : lines()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!FrozenKey.isKey(line)) {
                throw new AssertionError(this + ":" + number + ": '" + line
                        + "' is no frozen violation: expected an environment, a blank, and a path");
            }
            counts.merge(line.stripTrailing(), 1, Integer::sum);
        }
        return counts;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path());
        } catch (CharacterCodingException notText) {
            throw new AssertionError(this + " is no text in UTF-8", notText);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(this + " cannot be read", unreadable);
        }
    }

    /** Writes beside the file first: whoever reads it meanwhile sees all of it, before or after. */
    void write(SortedMap<String, Integer> counts, String because) {
        StringBuilder text = new StringBuilder()
                .append("# What violates ")
                .append(rule)
                .append(" and is tolerated for now. It only ever shrinks.\n")
                .append("# The rule exists because ")
                .append(because.replaceAll("\\R", " "))
                .append('\n');
        FrozenKey.lines(counts).forEach(line -> text.append(line).append('\n'));
        try {
            Files.createDirectories(directory);
            Path draft =
                    directory.resolve("." + rule + "." + ProcessHandle.current().pid() + "."
                            + Thread.currentThread().getId());
            Files.writeString(draft, text);
            move(draft);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(this + " cannot be written", unwritable);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, path(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void delete() {
        try {
            Files.delete(path());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(this + " cannot be removed", undeletable);
        }
    }

    /** Returns the path of the file, with slashes. */
    @Override
    public String toString() {
        return path().toString().replace('\\', '/');
    }
}
