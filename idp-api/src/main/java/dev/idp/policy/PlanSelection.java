package dev.idp.policy;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What of an environment a rule looks at.
 *
 * @param <W> what one of them is
 * @param of finds all of them
 * @param name the name under which one is found
 * @param declared who declared one
 */
record PlanSelection<W>(
        Function<EnvironmentPlan, List<W>> of, Function<W, String> name, Function<W, Decision<?>> declared)
        implements Selection<EnvironmentPlan, W, Findings> {

    @Override
    public List<Finding> show(
            Rule<EnvironmentPlan> rule, EnvironmentPlan environment, BiConsumer<? super W, ? super Findings> check) {
        List<Finding> found = new ArrayList<>();
        for (W subject : of.apply(environment)) {
            Findings findings = new Findings(rule, environment, name.apply(subject));
            try {
                check.accept(subject, findings);
            } catch (RuntimeException | AssertionError thrown) {
                findings.failed(thrown);
            }
            found.addAll(findings.all());
        }
        return List.copyOf(found);
    }

    @Override
    public void fail(W subject, Findings findings, String message) {
        findings.add(declared.apply(subject), message);
    }
}
