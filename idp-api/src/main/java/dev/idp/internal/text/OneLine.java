package dev.idp.internal.text;

import java.util.List;
import java.util.regex.Pattern;

/** Text of others, made fit for one line of a report. */
public final class OneLine {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** A name in somebody else's manifest shall not paint a terminal. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Half a pair, which no encoding has. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final String REPLACEMENT = "\uFFFD";

    private OneLine() {}

    /**
     * Returns text without line breaks and control characters.
     *
     * @param text the text
     * @return a line
     */
    public static String of(String text) {
        return encodable(
                CONTROL.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll(REPLACEMENT));
    }

    /**
     * Returns text that every encoding of Unicode has.
     *
     * @param text the text
     * @return the same, without halves of pairs
     */
    public static String encodable(String text) {
        return LONE_SURROGATE.matcher(text).replaceAll(REPLACEMENT);
    }

    /**
     * Returns the lines of a text.
     *
     * @param text the text
     * @return its lines, without what ends them
     */
    public static List<String> lines(String text) {
        return LINE_BREAK.splitAsStream(text).toList();
    }
}
