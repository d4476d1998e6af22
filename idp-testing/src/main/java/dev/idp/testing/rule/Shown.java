package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import java.util.regex.Pattern;

/** Values as a message shows them: in one line, and not for long. */
final class Shown {

    private static final int LONGEST = 120;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Shown() {}

    static String value(Decision<?> decision) {
        return decision.value().map(value -> text(value.toString())).orElse("not set");
    }

    private static String text(String value) {
        String line = LINE_BREAK.matcher(value).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** For example {@code replicas}, or {@code env LOG_LEVEL}: what follows the workload in a path. */
    static String name(String pathInSubject) {
        return pathInSubject.replaceFirst("/", " ");
    }
}
