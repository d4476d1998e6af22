package dev.idp.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A rule that looks at one thing after the other; failing at one of them, it goes on with the next. */
record SelectiveRule<T, W, F>(RuleCard card, Selection<T, W, F> selection, BiConsumer<? super W, ? super F> check)
        implements Rule<T> {

    @Override
    public String id() {
        return card.id();
    }

    @Override
    public String because() {
        return card.because();
    }

    @Override
    public Severity severity() {
        return card.severity();
    }

    @Override
    public String fix() {
        return card.fix();
    }

    @Override
    public Optional<String> link() {
        return card.link();
    }

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
