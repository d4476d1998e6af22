package dev.idp.kubernetes.internal.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of Go, in which schemas are written: mostly those of Java, whose classes of letters are nested. What
 * means something else in Java, or nothing, is not judged by.
 */
final class GoPattern {

    private GoPattern() {}

    static Optional<Pattern> of(String expression) {
        if (expression.contains("[:") || expression.contains("\\Q") || expression.contains("\\C")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(inJava(expression)));
        } catch (PatternSyntaxException | StackOverflowError unknown) {
            return Optional.empty();
        }
    }

    private static String inJava(String expression) {
        StringBuilder java = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < expression.length(); i++) {
            char letter = expression.charAt(i);
            if (letter == '\\' && i + 1 < expression.length()) {
                java.append(letter).append(expression.charAt(++i));
                continue;
            }
            if (within && (letter == '[' || letter == '&')) {
                java.append('\\');
            } else if (!within && letter == '$') {
                // Java's end of input lets a last end of line follow.
                java.append("\\z");
                continue;
            }
            java.append(letter);
            if (!within && letter == '[') {
                within = true;
                i = afterFirst(expression, i, java);
            } else if (within && letter == ']') {
                within = false;
            }
        }
        return java.toString();
    }

    /** A closing bracket that comes first stands for itself. */
    private static int afterFirst(String expression, int open, StringBuilder java) {
        int i = open;
        if (i + 1 < expression.length() && expression.charAt(i + 1) == '^') {
            java.append('^');
            i++;
        }
        if (i + 1 < expression.length() && expression.charAt(i + 1) == ']') {
            java.append("\\]");
            i++;
        }
        return i;
    }

    /** Tells whether a text has what is looked for: an expression that Java gives up on finds nothing wrong. */
    static boolean isIn(String text, Pattern pattern) {
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError tooDeep) {
            return true;
        }
    }
}
