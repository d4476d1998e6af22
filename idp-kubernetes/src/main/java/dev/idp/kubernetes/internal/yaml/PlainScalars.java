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

    private static final byte[] TRAITS = new byte[128];

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

    /** Tells whether every reader takes the bare text for this very string, as a value and as a key. */
    static boolean isPlain(String text) {
        int length = text.length();
        int start = text.startsWith("--") ? 2 : text.startsWith("-") ? 1 : 0;
        if (start == length) {
            return false;
        }
        char first = text.charAt(start);
        boolean numeric = start == 0 && first >= '0' && first <= '9';
        if (!numeric && (traits(first) & FIRST) == 0) {
            return false;
        }
        int seen = 0;
        for (int i = start + 1; i < length; i++) {
            char c = text.charAt(i);
            int traits = traits(c);
            if (traits == 0 && (c != ' ' || mustBeFollowed(text.charAt(i - 1)))) {
                return false;
            }
            seen |= traits;
        }
        if (mustBeFollowed(text.charAt(length - 1)) || (numeric && (seen & NEVER_IN_NUMBER) == 0)) {
            return false;
        }
        return !isWord(text, start, length - start);
    }

    private static boolean isWord(String text, int start, int length) {
        if (length < WORDS.length) {
            for (String word : WORDS[length]) {
                if (text.regionMatches(true, start, word, 0, length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tells whether a blank or the end behind this character would get lost or make a key. */
    private static boolean mustBeFollowed(char c) {
        return c == ' ' || c == ':';
    }

    private static int traits(char c) {
        return c < TRAITS.length ? TRAITS[c] : 0;
    }

    private static void mark(String characters, int traits) {
        for (int i = 0; i < characters.length(); i++) {
            TRAITS[characters.charAt(i)] |= (byte) traits;
        }
    }
}
