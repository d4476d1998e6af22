package dev.idp.testing.snapshot;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees as YAML in block style, laid out as {@code kubectl} does, never folded. */
final class BlockYaml {

    private final StringBuilder text = new StringBuilder();

    private BlockYaml() {}

    /** Returns the text, ending with a line feed. */
    static String write(@Nullable Object tree) {
        BlockYaml yaml = new BlockYaml();
        yaml.value(tree, 0, true);
        return yaml.text.toString();
    }

    /** Writes what follows a key, a dash or nothing; a map or list goes on in the line of a dash, and in a new one else. */
    private void value(@Nullable Object tree, int indent, boolean inLine) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            map(map, indent, inLine);
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            list(list, indent, inLine);
        } else {
            if (!inLine) {
                text.append(' ');
            }
            scalar(tree, indent);
        }
    }

    private void map(Map<?, ?> map, int indent, boolean inLine) {
        boolean goesOn = inLine;
        if (!inLine) {
            text.append('\n');
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(goesOn ? "" : " ".repeat(indent));
            text.append(Scalars.write(String.valueOf(entry.getKey()))).append(':');
            Object value = entry.getValue();
            value(value, value instanceof List<?> ? indent : indent + 2, false);
            goesOn = false;
        }
    }

    private void list(List<?> list, int indent, boolean inLine) {
        boolean goesOn = inLine;
        if (!inLine) {
            text.append('\n');
        }
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
            text.append(goesOn ? "" : " ".repeat(indent)).append("- ");
            value(i.next(), indent + 2, true);
            goesOn = false;
        }
    }

    private void scalar(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?>) {
            text.append("{}\n");
        } else if (value instanceof List<?>) {
            text.append("[]\n");
        } else if (value instanceof String lines && isReadableInLines(lines)) {
            boolean ends = lines.endsWith("\n");
            text.append(ends ? "|\n" : "|-\n");
            lines.lines().forEach(line -> text.append(line.isEmpty() ? "" : " ".repeat(Math.max(2, indent)))
                    .append(line)
                    .append('\n'));
        } else {
            text.append(Scalars.write(value)).append('\n');
        }
    }

    /** Blanks at the ends of lines would get lost in editors, and those at the start of the first would need a hint. */
    private static boolean isReadableInLines(String text) {
        return text.indexOf('\n') > 0
                && !Character.isWhitespace(text.charAt(0))
                && !text.endsWith("\n\n")
                && text.chars().allMatch(c -> c == '\n' || Scalars.isPrintable((char) c))
                && text.lines().noneMatch(line -> line.endsWith(" "));
    }
}
