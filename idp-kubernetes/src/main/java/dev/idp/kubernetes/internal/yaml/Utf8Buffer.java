package dev.idp.kubernetes.internal.yaml;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow as they are written and whose memory is kept for the next use. */
final class Utf8Buffer {

    private static final int LONGEST_INTEGER = "-9223372036854775808".length();

    private byte[] bytes = new byte[8192];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    void clear() {
        length = 0;
    }

    boolean endsWith(char ascii) {
        return length > 0 && bytes[length - 1] == ascii;
    }

    void replaceLast(char ascii) {
        bytes[length - 1] = (byte) ascii;
    }

    void insert(int position, String ascii) {
        int end = length;
        ascii(ascii);
        System.arraycopy(bytes, position, bytes, position + ascii.length(), end - position);
        copy(ascii, position);
    }

    void put(char ascii) {
        require(1);
        bytes[length++] = (byte) ascii;
    }

    void blanks(int count) {
        require(count);
        for (int end = length + count; length < end; ) {
            bytes[length++] = ' ';
        }
    }

    void bytes(byte[] ascii) {
        require(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    void ascii(String text) {
        require(text.length());
        copy(text, length);
        length += text.length();
    }

    void integer(int value) {
        require(LONGEST_INTEGER);
        length = NumberOutput.outputInt(value, bytes, length);
    }

    void integer(long value) {
        require(LONGEST_INTEGER);
        length = NumberOutput.outputLong(value, bytes, length);
    }

    /** Appends a part of a text that has no unpaired surrogate. */
    void utf8(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            utf8(codePoint);
            i += Character.charCount(codePoint);
        }
    }

    void utf8(int codePoint) {
        require(4);
        if (codePoint < 0x80) {
            bytes[length++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
            continuation(codePoint);
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
            continuation(codePoint >> 6);
            continuation(codePoint);
        } else {
            bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
            continuation(codePoint);
        }
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }

    /** This deprecated method drops the high half of each char; ASCII has none, and nothing else copies as fast. */
    @SuppressWarnings("deprecation")
    private void copy(String ascii, int position) {
        ascii.getBytes(0, ascii.length(), bytes, position);
    }

    private void require(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
        }
    }
}
