package dev.idp.kubernetes.admission;

import java.util.Set;

/**
 * What a policy finds in an object.
 *
 * @param rule the id of the rule that the policy enforces
 * @param message what the cluster would say
 * @param actions what the cluster would do
 */
public record Refusal(String rule, String message, Set<ValidationAction> actions) {

    /** Returns the rule and the message. */
    @Override
    public String toString() {
        return rule + ": " + message;
    }
}
