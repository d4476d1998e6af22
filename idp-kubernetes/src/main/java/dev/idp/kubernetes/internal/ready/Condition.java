package dev.idp.kubernetes.internal.ready;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an object says of itself.
 *
 * @param type of what; empty if it does not say
 * @param status {@code True}, {@code False}, {@code Unknown}, or whatever else stands there
 * @param reason why, in one word; may be empty
 * @param message why; may be empty
 * @param generation for which generation of the object
 */
record Condition(String type, String status, String reason, String message, OptionalLong generation) {

    static List<Condition> of(Value object) {
        return in(object.at("status"));
    }

    static List<Condition> in(Value status) {
        return status.at("conditions").items().stream().map(Condition::read).toList();
    }

    private static Condition read(Value condition) {
        return new Condition(
                condition.at("type").text(""),
                condition.at("status").text(""),
                condition.at("reason").text(""),
                condition.at("message").text(""),
                condition.at("observedGeneration").generation());
    }

    boolean is(String asked) {
        return type.equals(asked);
    }

    boolean isTrue() {
        return status.equals("True");
    }

    boolean isFalse() {
        return status.equals("False");
    }

    /** Returns its reason, or else a word for it. */
    String reasonOr(String otherwise) {
        return reason.isEmpty() ? otherwise : reason;
    }

    /** Returns what it says, or else its reason, or else what is given. */
    String messageOr(String otherwise) {
        if (!message.isBlank()) {
            return message;
        }
        return reason.isEmpty() ? otherwise : otherwise + ": " + reason;
    }
}
