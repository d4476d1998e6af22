package dev.idp.kubernetes.internal.cel;

import java.util.Map;
import java.util.Optional;

/** Evaluates expressions of the Common Expression Language, each compiled once. */
public interface Programs {

    /**
     * Evaluates an expression.
     *
     * @param expression the expression
     * @param variables the value of each of its variables, of maps, lists, texts, {@link Long}s, doubles and booleans
     * @return its value
     * @throws Failure if it has none
     */
    Object evaluate(String expression, Map<String, ?> variables) throws Failure;

    /**
     * Returns what stands for null in the values of variables.
     *
     * @return the value
     */
    Object nothing();

    /** An expression that has no value. */
    final class Failure extends Exception {

        private static final long serialVersionUID = 1;

        /** What is to blame. */
        public enum Cause {
            /** The expression, which is none, or uses a function that Kubernetes alone has. */
            EXPRESSION,
            /** A field that is not there. */
            MISSING_FIELD,
            /** A value of another type than the expression takes, or anything else. */
            VALUE
        }

        private final Cause reason;

        Failure(Cause reason, String message) {
            super(message);
            this.reason = reason;
        }

        /**
         * Returns what is to blame.
         *
         * @return the reason
         */
        public Cause reason() {
            return reason;
        }
    }

    /**
     * Finds what evaluates expressions, if it is on the class path.
     *
     * @param variables the names of the variables that expressions may have
     * @return a new one; empty without {@code dev.cel:cel}
     */
    static Optional<Programs> find(String... variables) {
        try {
            Class.forName("dev.cel.bundle.CelFactory", false, Programs.class.getClassLoader());
            return Optional.of(new CelPrograms(variables));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
