package dev.idp.kubernetes.internal.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How expressions reach fields of maps of which nothing is known, and write texts. */
public final class Access {

    /** What means something else than a name. */
    public static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Access() {}

    /**
     * Returns the value of a field.
     *
     * @param from what the first name is a field of
     * @param names the name of a field, the name of a field of that, and so on
     * @return an expression that is an error where the field is not there
     */
    public static String at(String from, List<String> names) {
        StringBuilder text = new StringBuilder(from);
        for (String name : names) {
            if (isName(name)) {
                text.append('.').append(name);
            } else {
                text.append('[').append(text(name)).append(']');
            }
        }
        return text.toString();
    }

    /**
     * Returns whether a field is there, null or not.
     *
     * @param from what the first name is a field of
     * @param isMap whether that is known to be a map
     * @param names the name of a field, the name of a field of that, and so on
     * @return what is true where all of them are there, and is never an error
     */
    public static Proposition has(String from, boolean isMap, List<String> names) {
        List<Proposition> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String map = at(from, names.subList(0, i));
            if (i > 0 || !isMap) {
                steps.add(is(map, "map"));
            }
            String name = names.get(i);
            steps.add(
                    isName(name)
                            ? Proposition.of("has(" + at(map, List.of(name)) + ")")
                            : Proposition.of(text(name) + " in " + map, "!(" + text(name) + " in " + map + ")"));
        }
        return Proposition.all(steps);
    }

    /**
     * Returns whether a value is of a type.
     *
     * @param value the value
     * @param type the name of a type of CEL
     * @return the question
     */
    public static Proposition is(String value, String type) {
        return Proposition.of("type(" + value + ") == " + type, "type(" + value + ") != " + type);
    }

    /**
     * Writes a text.
     *
     * @param value the text
     * @return a literal
     */
    public static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.append('"').toString();
    }

    /**
     * Writes a text that has many backslashes.
     *
     * @param value the text
     * @return a literal that shows them as they are, where there can be one
     */
    public static String raw(String value) {
        boolean isPlain = value.chars().noneMatch(letter -> letter == '"' || letter < ' ');
        return isPlain && value.indexOf('\\') >= 0 ? "r\"" + value + "\"" : text(value);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !WORDS.contains(name);
    }
}
