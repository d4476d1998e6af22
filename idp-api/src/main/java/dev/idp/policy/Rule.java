package dev.idp.policy;

import java.util.List;

/**
 * A demand on something, and how to find out where it is not met.
 *
 * @param <T> what the rule looks at
 */
public interface Rule<T> {

    /**
     * Returns the rule's name, which never changes.
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
     * Finds where the demand is not met.
     *
     * @param subject what to look at
     * @return what was found, in a stable order; nothing if all is well
     */
    List<Finding> check(T subject);
}
