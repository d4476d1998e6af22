package dev.idp.testing.rule;

import dev.idp.Setting;
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

    /** Two values that differ: some are called after a part of themselves, which may be the same of both. */
    static <V> String values(Setting<V> setting, Decision<V> mine, Decision<V> other, String there) {
        if (!value(mine).equals(value(other))) {
            return values(value(mine), value(other), there);
        }
        return values(written(setting, mine), written(setting, other), value(mine), there);
    }

    /** Two values that differ and that have no setting. */
    static String values(Decision<?> mine, Decision<?> other, String there) {
        return values(value(mine), value(other), value(mine), there);
    }

    private static String values(String mine, String other, String name, String there) {
        return mine.equals(other) ? name + ", in " + there + " another one of that name" : values(mine, other, there);
    }

    /** What is long is shown from where it differs. */
    private static String values(String mine, String other, String there) {
        int same = 0;
        while (text(mine.substring(same)).equals(text(other.substring(same)))) {
            same++;
        }
        String before = same == 0 ? "" : "...";
        return before + text(mine.substring(same)) + ", in " + there + " " + before + text(other.substring(same));
    }

    private static <V> String written(Setting<V> setting, Decision<V> decision) {
        return decision.value()
                .map(value -> setting.json().write().apply(value).toString())
                .orElse("not set");
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
