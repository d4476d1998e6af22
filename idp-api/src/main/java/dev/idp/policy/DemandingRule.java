package dev.idp.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule that makes its demands at one thing after the other. */
record DemandingRule<T, W, F>(RuleCard card, Selection<T, W, F> selection, List<Demand<W>> demands)
        implements CardRule<T>, DemandRule<T, W> {

    @Override
    public List<Finding> check(T subject) {
        return selection.show(this, subject, (one, findings) -> {
            for (Demand<W> demand : demands) {
                if (!demand.holds().test(one)) {
                    selection.fail(one, findings, demand);
                }
            }
        });
    }

    @Override
    public DemandRule<T, W> and(Predicate<? super W> demand, String otherwise) {
        List<Demand<W>> more = new ArrayList<>(demands);
        more.add(new Demand<>(demand, otherwise));
        return new DemandingRule<>(card, selection, List.copyOf(more));
    }

    /** Returns the id and the reason. */
    @Override
    public String toString() {
        return card.id() + ", because " + card.because();
    }
}
