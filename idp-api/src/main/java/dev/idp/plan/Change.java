package dev.idp.plan;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import java.util.Optional;

/**
 * Something that two plans of a platform decide differently.
 *
 * @param environment the environment's name
 * @param subject what is decided, as a path: {@code services/orders/replicas}
 * @param before what the first plan decided; empty if it decided nothing
 * @param after what the second plan decided; empty if it decided nothing
 */
public record Change(String environment, String subject, Optional<Decision<?>> before, Optional<Decision<?>> after) {

    /**
     * Returns the service or the job that the change is about.
     *
     * @return its name, or empty if it is about something else
     */
    public Optional<String> workload() {
        String[] path = subject.split("/", 3);
        return path[0].equals("services") || path[0].equals("jobs") ? Optional.of(path[1]) : Optional.empty();
    }

    /** Returns for example {@code prod services/orders/replicas: 3 -> 4 by service orders in prod, Shop.java:30}. */
    @Override
    public String toString() {
        return environment + " " + subject + ": " + text(before) + " -> " + text(after)
                + after.flatMap(Decision::winner)
                        .map(Claim::source)
                        .map(source -> " by " + source)
                        .orElse("");
    }

    private static String text(Optional<Decision<?>> decision) {
        return decision.map(decided -> decided.get().toString()).orElse("nothing");
    }
}
