package dev.idp.plan;

import dev.idp.explain.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is wrong with a platform.
 *
 * @param subject what is wrong: the name of a service, or for example {@code environment prod}
 * @param environment the environment it was found in; empty if it does not depend on one
 * @param message the fault, in one clause
 * @param citations the lines that make it, by what they say
 * @param fix what to do, in one clause
 */
public record Problem(String subject, String environment, String message, List<Citation> citations, String fix) {

    /**
     * A line that has a part in a problem.
     *
     * @param label what the line says, in one word or two
     * @param place who says it, and where
     */
    public record Citation(String label, String place) {}

    /**
     * Starts a problem.
     *
     * @param subject what is wrong
     * @param environment the environment it was found in; empty if it does not depend on one
     * @param message the fault, in one clause
     * @return the rest
     */
    public static Builder of(String subject, String environment, String message) {
        return new Builder(subject, environment, message);
    }

    /** Collects a problem. */
    public static final class Builder {

        private final String subject;
        private final String environment;
        private final String message;
        private final List<Citation> citations = new ArrayList<>();

        Builder(String subject, String environment, String message) {
            this.subject = subject;
            this.environment = environment;
            this.message = message;
        }

        /**
         * Cites a line.
         *
         * @param label what the line says
         * @param place where it stands
         * @return this builder
         */
        public Builder cite(String label, Object place) {
            citations.add(new Citation(label, place.toString()));
            return this;
        }

        /**
         * Cites who said something: a service by its line alone, everybody else by name and line.
         *
         * @param label what was said
         * @param source who said it
         * @return this builder
         */
        public Builder cite(String label, Source source) {
            return source.layer().isOfWorkload() ? cite(label, source.origin()) : cite(label, (Object) source);
        }

        /**
         * Ends the problem.
         *
         * @param fix what to do, in one clause
         * @return the problem
         */
        public Problem fix(String fix) {
            return new Problem(subject, environment, message, List.copyOf(citations), fix);
        }
    }
}
