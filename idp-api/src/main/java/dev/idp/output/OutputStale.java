package dev.idp.output;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files that earlier runs wrote and that this run did not write, so far. */
final class OutputStale {

    private final OutputTree tree;

    /** All spellings of a path lie side by side, because some file systems take them for one file. */
    private final NavigableSet<String> paths =
            new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));

    OutputStale(OutputTree tree, Collection<String> listed) {
        this.tree = tree;
        paths.addAll(listed);
    }

    /** Takes a path out because this run writes it, and says whether it was in. */
    boolean keep(String path) {
        return paths.remove(path);
    }

    /** Removes everything, and returns how many files that were. */
    int remove() throws IOException {
        return remove(paths);
    }

    /**
     * Removes what has the place of a file or of a directory above it, and returns how many files that were.
     *
     * <p>Other spellings have it, too: where case does not count they are that file, and to remove them once it is
     * written would remove it.
     */
    int removeInTheWayOf(String path) throws IOException {
        int removed = remove(spellings(path)) + remove(below(path));
        for (String above = OutputPath.parent(path); !above.isEmpty(); above = OutputPath.parent(above)) {
            removed += remove(spellings(above));
        }
        return removed;
    }

    private SortedSet<String> spellings(String path) {
        return paths.subSet(path.toUpperCase(Locale.ROOT), true, path.toLowerCase(Locale.ROOT), true);
    }

    private SortedSet<String> below(String directory) {
        char afterSlash = '/' + 1;
        return paths.subSet(directory + '/', directory + afterSlash);
    }

    private int remove(SortedSet<String> part) throws IOException {
        if (part.isEmpty()) {
            return 0;
        }
        int removed = 0;
        NavigableSet<String> directories = new TreeSet<>();
        for (String path : List.copyOf(part)) {
            removed += tree.delete(path) ? 1 : 0;
            directories.add(OutputPath.parent(path));
            paths.remove(path);
        }
        // From the last to the first is from the inside to the outside.
        for (String last = directories.pollLast(); last != null && !last.isEmpty(); last = directories.pollLast()) {
            if (tree.deleteEmpty(last)) {
                directories.add(OutputPath.parent(last));
            }
        }
        return removed;
    }
}
