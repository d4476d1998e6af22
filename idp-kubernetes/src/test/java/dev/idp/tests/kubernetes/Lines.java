package dev.idp.tests.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a test's own source, found by marks: comments at their ends like {@code // (limit)}. */
public final class Lines {

    private static final Pattern MARK = Pattern.compile("// \\(([a-z0-9-]+)\\)$");
    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9-]+)}");

    private final Map<String, String> places = new HashMap<>();

    private Lines(Class<?> test) {
        String file = test.getSimpleName() + ".java";
        Path source = Path.of("src/test/java", test.getPackageName().split("\\."));
        List<String> lines = read(source.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find() && places.put(mark.group(1), file + ":" + (i + 1)) != null) {
                throw new IllegalStateException("two lines of " + file + " have the mark " + mark.group(1));
            }
        }
    }

    /** Reads the source of a test. */
    public static Lines of(Class<?> test) {
        return new Lines(test);
    }

    /** Returns the line with a mark, as {@code File.java:line}. */
    public String at(String mark) {
        String place = places.get(mark);
        if (place == null) {
            throw new IllegalArgumentException("no line has the mark " + mark);
        }
        return place;
    }

    /** Puts lines into a text, for each mark in braces. */
    public String cite(String text) {
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(at(hole.group(1))));
    }

    private static List<String> read(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
