package dev.idp.kubernetes.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What applying a set would do. Nothing was changed to find it out. It never changes.
 *
 * <p>It can be {@linkplain #save saved}, looked at, and {@linkplain Cluster#apply(ApplySet, ChangeSet, ApplyOptions) applied}
 * later, if until then neither the cluster nor the program says anything else.
 */
public final class ChangeSet {

    private final String set;
    private final String id;
    private final List<Change> changes;

    ChangeSet(String set, String id, List<Change> changes) {
        this.set = set;
        this.id = id;
        this.changes = changes.stream()
                .sorted(Comparator.comparing(Change::action).thenComparing(Change::object))
                .toList();
    }

    /**
     * Returns the set's name.
     *
     * @return as {@link ApplySet#name()}
     */
    public String set() {
        return set;
    }

    /**
     * Returns what the set is marked by.
     *
     * @return as {@link ApplySet#id()}
     */
    public String id() {
        return id;
    }

    /**
     * Returns all objects, also those that stay as they are.
     *
     * @return in the order of actions, namespaces, kinds and names
     */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Returns the objects with which something would be done.
     *
     * @param action what
     * @return their changes
     */
    public List<Change> with(Action action) {
        return changes.stream().filter(change -> change.action() == action).toList();
    }

    /**
     * Tells whether applying would do nothing.
     *
     * @return true if all objects are as they shall be and no other is left of the set
     */
    public boolean isEmpty() {
        return changes.stream().allMatch(change -> change.action() == Action.UNCHANGED);
    }

    /**
     * Returns how many objects would have what done with them.
     *
     * @return for example {@code 2 to create, 1 to update, 40 unchanged}
     */
    public String summary() {
        Map<Action, Long> counts =
                changes.stream().collect(Collectors.groupingBy(Change::action, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "no objects"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + ChangeText.count(count.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /**
     * Returns it for people to read.
     *
     * @return lines without colours, without a line feed at the end
     */
    public String toText() {
        return ChangeText.of(this, false);
    }

    /**
     * Returns it for people to read on a terminal.
     *
     * @return lines with colours (ECMA-48), without a line feed at the end
     */
    public String toColouredText() {
        return ChangeText.of(this, true);
    }

    /**
     * Returns it for a pull request.
     *
     * @return Markdown as GitHub and GitLab show it, with a line feed at the end
     */
    public String toMarkdown() {
        return ChangeMarkdown.of(this);
    }

    /**
     * Returns it for tools to read, and to be applied later.
     *
     * @return an object with {@code set}, {@code id} and {@code changes}, each with {@code object}, {@code action}, {@code
     *     reason}, {@code fields}, {@code conflicts} and {@code was}
     */
    public String toJson() {
        return ChangeJson.write(this);
    }

    /**
     * Writes it to a file.
     *
     * @param file the file, which is replaced if it is there
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        try {
            Files.writeString(file, toJson());
        } catch (IOException failed) {
            throw new UncheckedIOException("the change set cannot be written to " + file, failed);
        }
    }

    /**
     * Reads what was {@linkplain #save saved}.
     *
     * @param file the file
     * @return an equal change set
     * @throws IllegalArgumentException if it holds none
     * @throws UncheckedIOException if it cannot be read
     */
    public static ChangeSet load(Path file) {
        try {
            return ChangeJson.read(Files.readAllBytes(file), file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the change set cannot be read from " + file, failed);
        }
    }

    /** The changes by their objects. */
    Map<ObjectKey, Change> byObject() {
        return changes.stream().collect(Collectors.toMap(Change::object, Function.identity()));
    }

    /** Returns {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
