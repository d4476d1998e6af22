package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import dev.idp.policy.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** How the one engine shows to a rule what it is about, and turns remarks into findings. */
record ChoiceSelection<W extends WorkloadPlan>(Choice<W, ?, ?> choice)
        implements Selection<EnvironmentPlan, Placed<W>, Consumer<Remark>> {

    @Override
    public List<Finding> show(
            Rule<EnvironmentPlan> rule,
            EnvironmentPlan environment,
            BiConsumer<? super Placed<W>, ? super Consumer<Remark>> check) {
        List<Finding> found = new ArrayList<>();
        for (W subject : choice.in(environment)) {
            List<Finding> here = new ArrayList<>();
            try {
                if (choice.has(subject, environment)) {
                    Consumer<Remark> remarks = remark -> here.add(
                            Citation.finding(rule, environment, subject.name(), remark, List.of(subject.identity())));
                    check.accept(new Placed<>(subject, environment), remarks);
                }
            } catch (RuntimeException | AssertionError thrown) {
                here.add(Finding.ofFailure(rule, environment.name(), subject.name(), thrown));
            }
            found.addAll(here);
        }
        return List.copyOf(found);
    }

    @Override
    public void fail(Placed<W> placed, Consumer<Remark> remarks, String message) {
        remarks.accept(Remark.at(placed.subject().identity(), message));
    }

    /** What chooses may throw: then it is not known whether the rule is about it, and the finding that comes of it counts. */
    long countIn(EnvironmentPlan environment) {
        return choice.in(environment).stream()
                .filter(subject -> isChosen(subject, environment))
                .count();
    }

    private boolean isChosen(W subject, EnvironmentPlan environment) {
        try {
            return choice.has(subject, environment);
        } catch (RuntimeException | AssertionError thrown) {
            return true;
        }
    }
}
