package dev.idp.kubernetes.internal.cel;

import java.util.List;

/** How expressions are laid out for people. */
public final class Layout {

    private static final int WIDTH = 90;

    private Layout() {}

    /** Starts a line. */
    static String line(int indent) {
        return "\n" + " ".repeat(indent);
    }

    static boolean fits(List<String> texts, int indent) {
        int width = indent;
        for (String text : texts) {
            width += text.length() + 4;
            if (text.contains("\n")) {
                return false;
            }
        }
        return width <= WIDTH;
    }

    /**
     * Writes a call of a macro.
     *
     * @param start the call up to its variable
     * @param body what is asked with the variable
     * @param indent the column at which its lines start
     * @return the text, on several lines if it is long
     */
    public static String call(String start, Proposition body, int indent) {
        String onOneLine = body.text(indent);
        return fits(List.of(start, onOneLine), indent)
                ? start + ", " + onOneLine + ")"
                : start + "," + line(indent + 2) + body.text(indent + 2) + ")";
    }
}
