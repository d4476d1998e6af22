package dev.idp.kubernetes.internal.yaml;

/**
 * Decides which texts need no quotes.
 *
 * <p>Readers disagree on what else a bare text may be: {@code no}, {@code 1:30} and {@code 0o17} are one thing to
 * YAML 1.1 and another to YAML 1.2, and real readers are laxer than both. So this lists what is safe everywhere, not
 * what is dangerous somewhere.
 */
final class PlainScalars {

    private static final byte INSIDE = 1;
    private static final byte FIRST = 2;

    /** Occurs in no number, time or date of any reader, so a text with such a character is none. */
    private static final byte NEVER_IN_NUMBER = 4;

    private static final byte[] TRAITS = new byte[256];

    static {
        mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/$(", INSIDE | FIRST);
        mark("0123456789-+.:,;=~@%)", INSIDE);
        mark("ghijkmnqrsuvwyGHIJKMNQRSUVWY/$();=~@%", NEVER_IN_NUMBER);
    }

    /** What some reader takes for a boolean, for nothing or for a number, by length. */
    private static final String[][] WORDS = {
        {}, {"y", "n"}, {"no", "on"}, {"yes", "off", "nan", "inf"}, {"true", "null"}, {"false"}, {}, {}, {"infinity"}
    };

    private PlainScalars() {}

    /**
     * Tells whether every reader takes the bare text for this very string, as a value and as a key.
     *
     * @param text the text in ISO 8859-1, where what has no place in it is a question mark, which is never plain
     */
    static boolean isPlain(byte[] text) {
        int length = text.length;
        int start = length > 0 && text[0] == '-' ? length > 1 && text[1] == '-' ? 2 : 1 : 0;
        if (start == length) {
            return false;
        }
        byte first = text[start];
        boolean numeric = start == 0 && first >= '0' && first <= '9';
        if (!numeric && (TRAITS[first & 0xFF] & FIRST) == 0) {
            return false;
        }
        int seen = 0;
        for (int i = start + 1; i < length; i++) {
            int traits = TRAITS[text[i] & 0xFF];
            if (traits == 0 && (text[i] != ' ' || mustBeFollowed(text[i - 1]))) {
                return false;
            }
            seen |= traits;
        }
        if (mustBeFollowed(text[length - 1]) || (numeric && (seen & NEVER_IN_NUMBER) == 0)) {
            return false;
        }
        return !isWord(text, start, length - start);
    }

    private static boolean isWord(byte[] text, int start, int length) {
        if (length < WORDS.length) {
            for (String word : WORDS[length]) {
                if (isWord(text, start, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(byte[] text, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            // What is a letter in either case differs in this bit alone, and only letters are compared.
            if ((text[start + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a blank or the end behind this character would get lost or make a key. */
    private static boolean mustBeFollowed(byte c) {
        return c == ' ' || c == ':';
    }

    private static void mark(String characters, int traits) {
        for (int i = 0; i < characters.length(); i++) {
            TRAITS[characters.charAt(i)] |= (byte) traits;
        }
    }
}
