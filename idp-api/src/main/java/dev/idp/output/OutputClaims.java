package dev.idp.output;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one run writes: each path once, and no two that some file system takes for one. */
final class OutputClaims {

    private final SortedSet<String> files = new TreeSet<>();

    /** From lower case to how it was first spelled, for files and for their directories, which end in a slash. */
    private final Map<String, String> spellings = new HashMap<>();

    void claim(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String directory = path.substring(0, slash + 1);
            String first = spell(path.substring(0, slash), directory);
            if (!first.equals(directory)) {
                throw clash(path, directory, first);
            }
        }
        if (!files.add(path)) {
            throw new IllegalArgumentException("'" + path + "' is written twice in one run");
        }
        String first = spell(path, path);
        if (!first.equals(path)) {
            throw clash(path, path, first);
        }
    }

    SortedSet<String> files() {
        return Collections.unmodifiableSortedSet(files);
    }

    private String spell(String path, String spelling) {
        String first = spellings.putIfAbsent(path.toLowerCase(Locale.ROOT), spelling);
        return first == null ? spelling : first;
    }

    private static IllegalArgumentException clash(String path, String spelling, String first) {
        return new IllegalArgumentException(
                spelling.equalsIgnoreCase(first)
                        ? "'" + path + "' differs only in case from '" + first + "', which this run wrote before"
                        : "'" + path + "' cannot be written beside '" + first
                                + "': a file and a directory of one name");
    }
}
