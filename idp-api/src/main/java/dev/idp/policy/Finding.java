package dev.idp.policy;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a rule found.
 *
 * @param rule the id of the rule
 * @param severity how much it matters
 * @param environment the environment's name
 * @param subject the name of what it was found at, such as a service; empty for the environment itself
 * @param message what was found, in one clause; never the value of a secret
 * @param fix what to do, in one clause; empty if nothing general can be said
 * @param place who said what caused it, and where; empty if nobody said anything
 */
public record Finding(
        String rule,
        Severity severity,
        String environment,
        String subject,
        String message,
        String fix,
        Optional<String> place) {

    /** Reasons that people give may have several lines. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /**
     * Returns a finding as grave as its rule, with the rule's fix.
     *
     * @param rule the rule
     * @param environment where it was found
     * @param subject the name of what it was found at; a workload's, if workloads may waive the rule
     * @param cause the decision that it was found in
     * @param message what was found, in one clause
     * @return the finding
     */
    public static Finding of(
            Rule<?> rule, EnvironmentPlan environment, String subject, Decision<?> cause, String message) {
        return new Finding(
                rule.id(), rule.severity(), environment.name(), subject, message, rule.fix(), placeOf(cause));
    }

    /** A plan that was read back knows nobody who said anything. */
    static Optional<String> placeOf(Decision<?> decision) {
        return decision.winner()
                .map(Claim::source)
                .filter(source -> !source.equals(Source.SAVED))
                .map(Source::toString);
    }

    /** Returns the finding in one line, for people to read. */
    @Override
    public String toString() {
        String text = severity + " " + rule + ": " + (subject.isEmpty() ? "" : subject + " in ") + environment + ": "
                + message + place.map(said -> " (" + said + ")").orElse("") + (fix.isEmpty() ? "" : "; fix: " + fix);
        return LINE_BREAK.matcher(text).replaceAll(" ");
    }
}
