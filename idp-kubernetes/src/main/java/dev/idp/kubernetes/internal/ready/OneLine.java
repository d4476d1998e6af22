package dev.idp.kubernetes.internal.ready;

import java.util.regex.Pattern;

/** Texts of a cluster, made fit for one line of output. */
public final class OneLine {

    private static final int LONGEST = 300;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+");

    private OneLine() {}

    /**
     * Returns a text without line breaks and control characters, which could also colour or clear a terminal.
     *
     * @param text the text
     * @return at most three hundred characters of it, with three dots where it was cut
     */
    public static String of(String text) {
        String line = uncut(text);
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = LONGEST - 3;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "...";
    }

    /**
     * Returns a text without line breaks and control characters, however long it is: half a command is none.
     *
     * @param text the text
     * @return all of it, on one line
     */
    public static String uncut(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
