package dev.idp.kubernetes.admission;

/**
 * A rule that a cluster cannot enforce.
 *
 * @param rule the rule's id
 * @param reason why, in one clause
 */
public record UnexportedRule(String rule, String reason) {

    /** Returns for example {@code token-unasked: it looks at several objects at once}. */
    @Override
    public String toString() {
        return rule + ": " + reason;
    }
}
