package dev.idp.kubernetes.apply;

/** A change set as a comment on a pull request: a table of the objects, and the fields of each to be unfolded. */
final class ChangeMarkdown {

    private ChangeMarkdown() {}

    static String of(ChangeSet changes) {
        StringBuilder text = new StringBuilder("### ")
                .append(plain(changes.set()))
                .append(": ")
                .append(changes.summary())
                .append("\n");
        if (!changes.isEmpty()) {
            text.append("\n| | object | |\n| --- | --- | --- |\n");
        }
        changes.changes().stream()
                .filter(change -> change.action() != Action.UNCHANGED)
                .forEach(change -> text.append("| ")
                        .append(ChangeText.count(change.action()))
                        .append(" | `")
                        .append(change.object())
                        .append("` | ")
                        .append(plain(change.reason()))
                        .append(" |\n"));
        changes.changes().stream()
                .filter(change ->
                        !change.fields().isEmpty() || !change.conflicts().isEmpty())
                .forEach(change -> append(text, change));
        return text.toString();
    }

    private static void append(StringBuilder text, Change change) {
        text.append("\n<details><summary><code>")
                .append(change.object())
                .append("</code></summary>\n\n| field | | said by |\n| --- | --- | --- |\n");
        change.conflicts().forEach(conflict -> text.append("| ")
                .append(code(conflict.field()))
                .append(" | conflict | ")
                .append(plain(conflict.manager()))
                .append(" |\n"));
        change.fields().forEach(field -> text.append("| ")
                .append(code(field.pointer()))
                .append(" | ")
                .append(code(ChangeText.values(field)))
                .append(" | ")
                .append(plain(field.said().orElse("")))
                .append(" |\n"));
        text.append("\n</details>\n");
    }

    /** Text that ends no cell and is no markup. */
    private static String plain(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("\n", " ");
    }

    /** Code that ends no cell; within code, only the bar of a table means something. */
    private static String code(String text) {
        String fence = text.contains("`") ? "``" : "`";
        return fence + text.replace("|", "\\|").replace("\n", " ") + fence;
    }
}
