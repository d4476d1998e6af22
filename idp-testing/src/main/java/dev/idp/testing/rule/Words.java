package dev.idp.testing.rule;

import dev.idp.policy.Severity;
import java.util.Locale;
import java.util.Objects;

/**
 * What a rule says of itself.
 *
 * @param name its id; empty while it is made from the sentence
 */
record Words(String name, String because, Severity severity, String fix) {

    static Words because(String reason) {
        Objects.requireNonNull(reason, "the reason of a rule is null");
        return new Words("", reason, Severity.WARNING, "");
    }

    Words as(String id) {
        Objects.requireNonNull(id, "the id of a rule is null");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not the id of a rule: write it in lower case with dashes");
        }
        return new Words(id, because, severity, fix);
    }

    Words severity(Severity greatest) {
        Objects.requireNonNull(greatest, "the severity of a rule is null");
        return new Words(name, because, greatest, fix);
    }

    Words fix(String what) {
        Objects.requireNonNull(what, "the fix of a rule is null");
        return new Words(name, because, severity, what);
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    /** Returns what stands for the rule after its sentence, which needs no repeating. */
    String shown() {
        return isNamed() ? name : "it";
    }

    String id(String sentence) {
        return isNamed()
                ? name
                : sentence.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }
}
