package dev.idp.kubernetes.internal.yaml;

import java.nio.charset.StandardCharsets;

/** Writes a text in the most readable style that gives it back unchanged: plain, literal or double-quoted. */
final class ScalarWriter {

    /** Readers look this far ahead for what makes a text a key; a longer one needs a question mark before it. */
    private static final int LONGEST_SIMPLE_KEY = 1024;

    private static final String HEX = "0123456789ABCDEF";

    private final Utf8Buffer buffer;

    ScalarWriter(Utf8Buffer buffer) {
        this.buffer = buffer;
    }

    /** Writes a key up to where its value starts; {@code indent} is the column of the key. */
    void key(String text, int indent) {
        int start = buffer.length();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (PlainScalars.isPlain(bytes)) {
            buffer.bytes(bytes);
        } else {
            quoted(text);
        }
        if (buffer.length() - start > LONGEST_SIMPLE_KEY) {
            buffer.insert(start, "? ");
            buffer.put('\n');
            buffer.blanks(indent);
        }
        buffer.ascii(": ");
    }

    /** Writes a value without the end of its last line; {@code indent} is the column of a text of several lines. */
    void value(String text, int indent) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (PlainScalars.isPlain(bytes)) {
            buffer.bytes(bytes);
        } else if (isLiteral(text)) {
            literal(text, indent);
        } else {
            quoted(text);
        }
    }

    /** The first line tells readers the indent, so no blank may start it; and nobody sees a blank that ends a line. */
    private static boolean isLiteral(String text) {
        if (text.indexOf('\n') <= 0 || isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            return false;
        }
        int previous = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int c = text.codePointAt(i);
            if (c == '\n' ? isBlank(previous) : c != '\t' && !isPrintable(c)) {
                return false;
            }
            previous = c;
        }
        return true;
    }

    private void literal(String text, int indent) {
        boolean ended = text.endsWith("\n");
        int end = ended ? text.length() - 1 : text.length();
        buffer.ascii(!ended ? "|-" : text.endsWith("\n\n") ? "|+" : "|");
        for (int from = 0, to; from <= end; from = to + 1) {
            int next = text.indexOf('\n', from);
            to = next < 0 ? end : next;
            buffer.put('\n');
            if (from < to) {
                buffer.blanks(indent);
                buffer.utf8(text, from, to);
            }
        }
    }

    private void quoted(String text) {
        buffer.put('"');
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '"' || c == '\\') {
                buffer.put('\\');
                buffer.utf8(c);
            } else if (isPrintable(c)) {
                buffer.utf8(c);
            } else {
                escaped(c);
            }
        }
        buffer.put('"');
    }

    private void escaped(int c) {
        switch (c) {
            case '\n' -> buffer.ascii("\\n");
            case '\r' -> buffer.ascii("\\r");
            case '\t' -> buffer.ascii("\\t");
            default -> {
                boolean wide = c > 0xFFFF;
                buffer.ascii(wide ? "\\U" : "\\u");
                for (int shift = wide ? 28 : 12; shift >= 0; shift -= 4) {
                    buffer.put(HEX.charAt(c >> shift & 0xF));
                }
            }
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** Leaves out what readers refuse, drop or take for a line break, and what has no UTF-8 form. */
    private static boolean isPrintable(int c) {
        if (c < 0xA0) {
            return c >= ' ' && c <= '~';
        }
        boolean lineBreak = c == 0x2028 || c == 0x2029;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean nonCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
        return !lineBreak && !surrogate && !nonCharacter && c != 0xFEFF;
    }
}
