package dev.idp.policy;

import java.util.List;
import java.util.Optional;

/**
 * A demand on something, and how to find out where it is not met.
 *
 * <p>A rule that looks at one workload, resource or external service at a time is written in a few lines with
 * {@link Rules}; whatever else there is to look at, such as the manifests of a backend, takes a class.
 *
 * @param <T> what the rule looks at
 */
public interface Rule<T> {

    /**
     * Returns the rule's name, which never changes: {@linkplain Waiver waivers} refer to it.
     *
     * @return in lower case with dashes
     */
    String id();

    /**
     * Returns why the rule exists.
     *
     * @return one clause
     */
    String because();

    /**
     * Returns how much it matters at most; a finding may matter less.
     *
     * @return the greatest severity of its findings
     */
    Severity severity();

    /**
     * Returns what to do about its findings.
     *
     * @return one clause; empty by default, when every finding says it itself, or nothing general can be said
     */
    default String fix() {
        return "";
    }

    /**
     * Returns where one can read more.
     *
     * @return the URL of what the rule is taken from; empty by default, when it is the author's own
     */
    default Optional<String> link() {
        return Optional.empty();
    }

    /**
     * Finds where the demand is not met.
     *
     * @param subject what to look at
     * @return what was found, in a stable order; nothing if all is well
     */
    List<Finding> check(T subject);
}
