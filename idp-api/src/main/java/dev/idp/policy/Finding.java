package dev.idp.policy;

import dev.idp.explain.Decision;
import java.util.Optional;

/**
 * Something that a rule found.
 *
 * @param rule the id of the rule
 * @param severity how much it matters
 * @param environment the environment's name
 * @param subject the name of what it was found at, such as a service
 * @param message what was found, in one clause
 * @param fix what to do, in one clause
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

    static Optional<String> placeOf(Decision<?> decision) {
        return decision.winner().map(claim -> claim.source().toString());
    }

    /** Returns the finding in one line, for people to read. */
    @Override
    public String toString() {
        return severity + " " + rule + ": " + subject + " in " + environment + ": " + message
                + place.map(said -> " (" + said + ")").orElse("") + "; fix: " + fix;
    }
}
