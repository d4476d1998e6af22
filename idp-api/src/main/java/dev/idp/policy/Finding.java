package dev.idp.policy;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param rule the id of the rule
 * @param severity how much it matters
 * @param environment the environment's name
 * @param subject the name of what it was found at, such as a service; empty for the environment itself
 * @param part what of the subject it is about, if that can be waived by itself, such as one of its containers; empty for all
 * @param message what was found, in one clause; never the value of a secret
 * @param fix what to do, in one clause; empty if nothing general can be said
 * @param place who said what caused it, and where; empty if nobody said anything
 * @param location where that is, for tools; it does not count when findings are compared
 */
public record Finding(
        String rule,
        Severity severity,
        String environment,
        String subject,
        String part,
        String message,
        String fix,
        Optional<String> place,
        Optional<Location> location) {

    /** Reasons that people give may have several lines. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /**
     * Takes a finding about all of a subject, without a location.
     *
     * @param rule the id of the rule
     * @param severity how much it matters
     * @param environment the environment's name
     * @param subject the name of what it was found at; empty for the environment itself
     * @param message what was found, in one clause
     * @param fix what to do, in one clause; empty if nothing general can be said
     * @param place who said what caused it, and where; empty if nobody said anything
     */
    public Finding(
            String rule,
            Severity severity,
            String environment,
            String subject,
            String message,
            String fix,
            Optional<String> place) {
        this(rule, severity, environment, subject, "", message, fix, place, Optional.empty());
    }

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
        return of(rule, rule.severity(), environment, subject, cause, message, rule.fix());
    }

    /**
     * Returns what becomes of an exception in the code of a rule, so that what others found is not lost.
     *
     * @param rule the rule
     * @param environment where it was looking
     * @param subject the name of what it was looking at; empty for the environment itself
     * @param thrown what its code threw
     * @return an error that says where
     */
    public static Finding ofFailure(Rule<?> rule, String environment, String subject, Throwable thrown) {
        return RuleFailure.finding(rule, environment, subject, thrown);
    }

    static Finding of(
            Rule<?> rule,
            Severity severity,
            EnvironmentPlan environment,
            String subject,
            Decision<?> cause,
            String message,
            String fix) {
        return new Finding(
                rule.id(), severity, environment.name(), subject, "", message, fix, placeOf(cause), locationOf(cause));
    }

    static Optional<Location> locationOf(Decision<?> decision) {
        return decision.winner().map(Claim::source).map(Source::origin).flatMap(Location::of);
    }

    /** A plan that was read back knows nobody who said anything. */
    static Optional<String> placeOf(Decision<?> decision) {
        return decision.knownSource().map(Source::toString);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && rule.equals(that.rule)
                && severity == that.severity
                && environment.equals(that.environment)
                && subject.equals(that.subject)
                && part.equals(that.part)
                && message.equals(that.message)
                && fix.equals(that.fix)
                && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, severity, environment, subject, part, message, fix, place);
    }

    /** Returns the finding in one line, for people to read. */
    @Override
    public String toString() {
        String text = severity + " " + rule + ": " + (subject.isEmpty() ? "" : subject + " in ") + environment + ": "
                + message + place.map(said -> " (" + said + ")").orElse("") + (fix.isEmpty() ? "" : "; fix: " + fix);
        return LINE_BREAK.matcher(text).replaceAll(" ");
    }
}
