package dev.idp.testing.rule;

import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the one engine sees a relation between environments. */
record RelationRule(String id, Words words, Relation relation) implements Rule<Plan> {

    @Override
    public String because() {
        return words.because();
    }

    @Override
    public Severity severity() {
        return words.severity();
    }

    @Override
    public String fix() {
        return words.fix();
    }

    @Override
    public List<Finding> check(Plan plan) {
        EnvironmentPlan here = plan.in(relation.pair().here());
        EnvironmentPlan there = plan.in(relation.pair().there());
        List<Deviation> whole = new ArrayList<>(relation.of(here, there));
        whole.addAll(relation.pair().alone(here, there));
        List<Finding> found = new ArrayList<>();
        whole.forEach(deviation -> found.add(finding(deviation, here, there)));
        relation.pair().pairs(here, there).forEach(workload -> found.addAll(of(workload)));
        return List.copyOf(found);
    }

    private List<Finding> of(WorkloadPair workload) {
        try {
            return relation.of(workload).stream()
                    .map(deviation -> finding(deviation, workload.here(), workload.there()))
                    .toList();
        } catch (RuntimeException | AssertionError thrown) {
            return List.of(Finding.ofFailure(
                    this, workload.here().name(), workload.mine().name(), thrown));
        }
    }

    private Finding finding(Deviation deviation, EnvironmentPlan here, EnvironmentPlan there) {
        Remark remark = new Remark(deviation.path(), List.of(), deviation.message(), deviation.remedy());
        Optional<Source> mine = Citation.source(deviation.here().stream());
        Optional<Source> other = Citation.source(deviation.there().stream());
        return Citation.finding(
                this, here, deviation.subject(), remark, mine.or(() -> other), place(mine, other, there));
    }

    /** Both lines, unless they are one: then it was decided once for both. */
    private static Optional<String> place(Optional<Source> mine, Optional<Source> other, EnvironmentPlan there) {
        Optional<String> ofOther =
                other.filter(source -> !isSame(source, mine)).map(source -> "in " + there.name() + ": " + source);
        return mine.map(source -> source + ofOther.map(text -> "; " + text).orElse(""))
                .or(() -> ofOther);
    }

    private static boolean isSame(Source source, Optional<Source> mine) {
        return mine.filter(one -> one.toString().equals(source.toString())).isPresent();
    }
}
