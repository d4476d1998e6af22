package dev.idp.policy;

import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A rule that looks at one thing after the other; failing at one of them, it goes on with the next. */
record SelectiveRule<W>(RuleCard card, Selection<W> selection, BiConsumer<? super W, Findings> check)
        implements Rule<EnvironmentPlan> {

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
    public List<Finding> check(EnvironmentPlan environment) {
        List<Finding> found = new ArrayList<>();
        for (W subject : selection.of().apply(environment)) {
            Findings findings = new Findings(this, environment, selection.name().apply(subject));
            try {
                check.accept(subject, findings);
            } catch (RuntimeException | AssertionError thrown) {
                findings.failed(thrown);
            }
            found.addAll(findings.all());
        }
        return List.copyOf(found);
    }

    /** Returns the id and the reason. */
    @Override
    public String toString() {
        return card.id() + ", because " + card.because();
    }
}
