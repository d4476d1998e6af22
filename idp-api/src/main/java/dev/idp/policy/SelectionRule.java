package dev.idp.policy;

/**
 * A rule that looks at one thing after the other, and remembers what its selection is.
 *
 * @param <T> what the whole rule looks at
 * @param <W> what it looks at, one after the other
 */
public interface SelectionRule<T, W> extends Rule<T> {

    /**
     * Returns what it looks at.
     *
     * @return the selection that the rule was made with
     */
    Selection<T, W, ?> selection();
}
