package dev.idp.policy;

import java.util.List;
import java.util.function.BiConsumer;

/** A rule that looks at one thing after the other; failing at one of them, it goes on with the next. */
record SelectiveRule<T, W, F>(RuleCard card, Selection<T, W, F> selection, BiConsumer<? super W, ? super F> check)
        implements CardRule<T>, SelectionRule<T, W> {

    @Override
    public List<Finding> check(T subject) {
        return selection.show(this, subject, check);
    }

    /** Returns the id and the reason. */
    @Override
    public String toString() {
        return card.id() + ", because " + card.because();
    }
}
