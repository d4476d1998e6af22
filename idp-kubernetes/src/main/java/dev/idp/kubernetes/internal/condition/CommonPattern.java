package dev.idp.kubernetes.internal.condition;

import java.util.regex.Pattern;

/**
 * A regular expression that means the same in Java and in RE2, in which Kubernetes takes them. What only one of both knows, and
 * what they read differently, is refused.
 */
public final class CommonPattern {

    /** What stands for itself after a backslash, and classes of letters of ASCII. */
    private static final String ESCAPED = "\\.+*?()|[]{}^$/-dDwW";

    private static final Pattern TIMES = Pattern.compile("\\{\\d{1,3}(,(\\d{1,3})?)?\\}");

    private final String text;
    private final Pattern pattern;

    private CommonPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Returns an expression that describes a part of a text.
     *
     * @param expression the expression
     * @return the pattern
     * @throws IllegalArgumentException if Java and RE2 do not agree on it; the message says why
     */
    public static CommonPattern ofPart(String expression) {
        String java = new Reading(expression).inJava();
        return new CommonPattern(expression, Pattern.compile(java, Pattern.UNIX_LINES));
    }

    /**
     * Returns an expression that describes a whole text.
     *
     * @param expression the expression
     * @return the pattern
     * @throws IllegalArgumentException if Java and RE2 do not agree on it; the message says why
     */
    public static CommonPattern ofWhole(String expression) {
        ofPart(expression);
        return ofPart("^(?:" + expression + ")$");
    }

    String text() {
        return text;
    }

    boolean isIn(String value) {
        try {
            return pattern.matcher(value).find();
        } catch (StackOverflowError tooDeep) {
            throw new IllegalStateException(
                    "a text of " + value.length() + " letters is too long for " + text, tooDeep);
        }
    }

    /** Goes through an expression once. */
    private static final class Reading {

        private final String expression;
        private final StringBuilder java = new StringBuilder();
        private int at;

        Reading(String expression) {
            this.expression = expression;
        }

        String inJava() {
            while (at < expression.length()) {
                char letter = expression.charAt(at);
                switch (letter) {
                    case '\\' -> escape();
                    case '[' -> letters();
                    case '(' -> group();
                    case '*', '+', '?', '{' -> times(letter);
                    case ']', '}' -> throw refused("'" + letter + "' stands alone");
                    // Java's end of input lets a last end of line follow.
                    case '$' -> take("\\z", 1);
                    default -> take(String.valueOf(letter), 1);
                }
            }
            return java.toString();
        }

        private void escape() {
            if (at + 1 >= expression.length() || ESCAPED.indexOf(expression.charAt(at + 1)) < 0) {
                throw refused("not every '\\' means the same in both");
            }
            take(expression.substring(at, at + 2), 2);
        }

        private void group() {
            if (expression.startsWith("(?", at) && !expression.startsWith("(?:", at)) {
                throw refused("of '(?', only '(?:' means the same in both");
            }
            int length = expression.startsWith("(?:", at) ? 3 : 1;
            take(expression.substring(at, at + length), length);
        }

        private void times(char letter) {
            int length = 1;
            if (letter == '{') {
                var range = TIMES.matcher(expression).region(at, expression.length());
                if (!range.lookingAt()) {
                    throw refused("'{' is no number of times");
                }
                length = range.end() - at;
            }
            if (expression.startsWith("?", at + length)) {
                length++;
            }
            int next = at + length;
            if (next < expression.length() && "*+?{".indexOf(expression.charAt(next)) >= 0) {
                throw refused("a number of times follows another");
            }
            take(expression.substring(at, next), length);
        }

        private void letters() {
            take("[", 1);
            if (expression.startsWith("^", at)) {
                take("^", 1);
            }
            int first = at;
            while (at < expression.length() && expression.charAt(at) != ']') {
                char letter = expression.charAt(at);
                if (letter == '\\') {
                    escape();
                } else if (letter == '[' || letter == '&') {
                    throw refused("'" + letter + "' within '[]' needs a '\\', or is not the same in both");
                } else {
                    take(String.valueOf(letter), 1);
                }
            }
            if (at == first || at == expression.length()) {
                throw refused("'[' has no end, or nothing in it");
            }
            take("]", 1);
        }

        private void take(String inJava, int length) {
            java.append(inJava);
            at += length;
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException(
                    "the regular expression " + expression + " is none that Java and RE2 agree" + " on: " + why);
        }
    }
}
