package dev.idp.internal.json;

import dev.idp.Releases.Released;
import dev.idp.explain.Origin;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads versions by workload from lines, and knows the line of each, which {@link java.util.Properties} does not.
 *
 * <p>Names and versions need no escapes, so there are none.
 */
public final class ReleaseProperties {

    private ReleaseProperties() {}

    /**
     * Reads versions.
     *
     * @param name the name of the file
     * @param text its content
     * @return versions by workload
     * @throws IllegalArgumentException if a line is none, or a workload stands there twice
     */
    public static SortedMap<String, Released> read(String name, String text) {
        SortedMap<String, Released> versions = new TreeMap<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith("!")) {
                add(name + ":" + number, content, versions);
            }
        }
        return versions;
    }

    private static void add(String place, String line, SortedMap<String, Released> versions) {
        int equals = line.indexOf('=');
        if (equals <= 0 || line.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException(
                    place + ": '" + line + "' is not a release; fix: write it like orders=1.4.2");
        }
        String workload = line.substring(0, equals).strip();
        Released first = versions.putIfAbsent(
                workload, new Released(line.substring(equals + 1).strip(), Origin.at(place)));
        if (first != null) {
            throw new IllegalArgumentException(
                    place + ": " + workload + " is released twice, first at " + first.origin() + "; fix: remove one");
        }
    }
}
