package dev.idp.testing.snapshot;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of snapshots as people see them in a message: one line, and not too long. */
final class ShownValue {

    private static final int LONGEST = 100;
    private static final int BEFORE = 20;
    private static final String CUT = "…";

    private ShownValue() {}

    static String of(@Nullable Object value) {
        return cut(flow(value), 0);
    }

    /** Long values are shown from shortly before where they begin to differ. */
    static String change(@Nullable Object expected, @Nullable Object actual) {
        String before = flow(expected);
        String after = flow(actual);
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        boolean isLong = Math.max(before.length(), after.length()) > LONGEST;
        int start = isLong ? Math.max(0, same - BEFORE) : 0;
        return cut(before, start) + " -> " + cut(after, start);
    }

    private static String cut(String text, int start) {
        int from = Math.min(start, text.length());
        int end = Math.min(text.length(), from + LONGEST);
        return (from > 0 ? CUT : "") + text.substring(from, end) + (end < text.length() ? CUT : "");
    }

    private static String flow(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ShownValue::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return Scalars.write(value);
    }
}
