package dev.idp.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that demands something of each thing that it looks at, and remembers what: a backend that knows the selection and the
 * demands may say the same in another language.
 *
 * @param <T> what the whole rule looks at
 * @param <W> what it looks at, one after the other
 */
public interface DemandRule<T, W> extends SelectionRule<T, W> {

    /**
     * Returns what it demands.
     *
     * @return at least one demand, in the order in which they are judged
     */
    List<Demand<W>> demands();

    /**
     * Demands something else as well, of the same things.
     *
     * @param demand true for what is as it must be
     * @param otherwise what to say of what is not, in one clause
     * @return a rule with both demands
     */
    DemandRule<T, W> and(Predicate<? super W> demand, String otherwise);
}
