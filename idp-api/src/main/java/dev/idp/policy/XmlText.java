package dev.idp.policy;

/** Text in XML 1.0, as content and in attributes. */
final class XmlText {

    private XmlText() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(character, out));
        return out.toString();
    }

    private static void append(int character, StringBuilder out) {
        switch (character) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            // Parsers turn these into blanks in attributes, and one of them into another everywhere.
            case '\t', '\n', '\r' -> out.append("&#").append(character).append(';');
            default -> out.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
        }
    }

    /** Most control characters cannot be written, not even escaped; nor can half a pair of surrogates. */
    private static boolean isAllowed(int character) {
        return character >= ' '
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
