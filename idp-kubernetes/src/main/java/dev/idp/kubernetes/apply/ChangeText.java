package dev.idp.kubernetes.apply;

import java.util.Map;

/** A change set as lines: a sign, the object, its fields, and who says so. */
final class ChangeText {

    private static final int LONGEST = 160;
    private static final String RESET = "\u001b[0m";

    private static final Map<Action, String> SIGNS = Map.of(
            Action.CREATE, "+",
            Action.ADOPT, "=",
            Action.UPDATE, "~",
            Action.REPLACE, "±",
            Action.PRUNE, "-",
            Action.CONFLICT, "!",
            Action.REFUSED, "!");

    private static final Map<Action, String> COLOURS = Map.of(
            Action.CREATE, "\u001b[32m",
            Action.ADOPT, "\u001b[36m",
            Action.UPDATE, "\u001b[33m",
            Action.REPLACE, "\u001b[35m",
            Action.PRUNE, "\u001b[31m",
            Action.CONFLICT, "\u001b[31m",
            Action.REFUSED, "\u001b[31m");

    private ChangeText() {}

    static String count(Action action) {
        return switch (action) {
            case CREATE -> "to create";
            case ADOPT -> "to take in";
            case UPDATE -> "to update";
            case UNCHANGED -> "unchanged";
            case REPLACE -> "to replace";
            case PRUNE -> "no longer wanted";
            case CONFLICT -> "in conflict";
            case REFUSED -> "refused";
        };
    }

    static String of(ChangeSet changes, boolean coloured) {
        StringBuilder text = new StringBuilder(changes.set()).append(": ").append(changes.summary());
        changes.changes().stream()
                .filter(change -> change.action() != Action.UNCHANGED)
                .forEach(change -> append(text, change, coloured));
        return text.toString();
    }

    private static void append(StringBuilder text, Change change, boolean coloured) {
        text.append('\n')
                .append(coloured ? COLOURS.getOrDefault(change.action(), "") : "")
                .append(SIGNS.getOrDefault(change.action(), " "))
                .append(' ')
                .append(change.object())
                .append(coloured ? RESET : "");
        if (!change.reason().isEmpty() || (change.action() != Action.UPDATE && change.action() != Action.CREATE)) {
            text.append("  ").append(count(change.action()));
        }
        if (!change.reason().isEmpty()) {
            text.append(": ").append(change.reason());
        }
        change.conflicts().forEach(conflict -> text.append("\n      ").append(conflict));
        change.fields().forEach(field -> {
            text.append("\n    ").append(field.pointer()).append("  ").append(values(field));
            field.said().ifPresent(said -> text.append("\n        ").append(said));
        });
    }

    static String values(FieldChange field) {
        if (field.before().isPresent() && field.after().isPresent()) {
            return cut(field.before().get()) + " -> " + cut(field.after().get());
        }
        return field.after()
                .map(after -> "+ " + cut(after))
                .orElseGet(() -> "- " + cut(field.before().orElse("")));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
