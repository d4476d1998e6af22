package dev.idp.internal.text;

import java.util.Map;
import java.util.stream.Collectors;

/** Text that Markdown shows as it is, in a cell of a table too. */
public final class MarkdownText {

    private static final String PUNCTUATION = "\\`*_{}[]()#|~!$^";

    /** A backslash would not do: HTML is read as such, and names after an at sign are people who would hear of it. */
    private static final Map<Integer, String> OTHERS =
            Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;", (int) '@', "@<!-- -->");

    private MarkdownText() {}

    /**
     * Returns text that is shown as it is.
     *
     * @param text any text
     * @return Markdown on one line
     */
    public static String inline(String text) {
        return OneLine.lines(text).stream()
                .map(line -> escaped(OneLine.of(line)))
                .collect(Collectors.joining("<br>"));
    }

    private static String escaped(String line) {
        StringBuilder out = new StringBuilder(line.length() + 16);
        line.codePoints().forEach(character -> {
            String other = OTHERS.get(character);
            if (other != null) {
                out.append(other);
            } else {
                if (PUNCTUATION.indexOf(character) >= 0) {
                    out.append('\\');
                }
                out.appendCodePoint(character);
            }
        });
        return out.toString();
    }

    /**
     * Returns where a link leads; nothing in it ends the link, the cell or the row.
     *
     * @param uri the address
     * @return the address, escaped
     */
    public static String destination(String uri) {
        return uri.codePoints()
                .mapToObj(character -> character <= ' ' || "()<>|\\\"`".indexOf(character) >= 0
                        ? String.format("%%%02X", character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }
}
