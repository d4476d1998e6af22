package dev.idp.testing.snapshot;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values as YAML of one line, bare only where every reader takes them for what they are. */
final class Scalars {

    /** No reader takes it for a number, a date or an indicator, unless it is one of the words. */
    private static final Pattern BARE =
            Pattern.compile("[A-Za-z_/$(](?:[A-Za-z0-9_./,=+@%()$~;-]|:(?=[^ ])| (?=[A-Za-z0-9_./=+(-]))*");

    /** As the quantities of Kubernetes and times are written. */
    private static final Pattern BARE_QUANTITY = Pattern.compile("[1-9][0-9]*(?:[KMGTP]i|ms|m|s|h)");

    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");

    private Scalars() {}

    static String write(@Nullable Object value) {
        return value instanceof String text ? write(text) : String.valueOf(value);
    }

    static String write(String text) {
        return isBare(text) ? text : quoted(text);
    }

    private static boolean isBare(String text) {
        return BARE_QUANTITY.matcher(text).matches()
                || (BARE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether it reads back as it is, and can be seen. */
    static boolean isPrintable(char c) {
        boolean isControl = c < ' ' || (c >= 0x7f && c <= 0xa0);
        boolean isLineBreak = c == 0x2028 || c == 0x2029;
        return !isControl && !isLineBreak && c != 0xfeff && c < 0xfffe;
    }
}
