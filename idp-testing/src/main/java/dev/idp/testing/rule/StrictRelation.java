package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** That an environment is at least as strict as another one. Only its reason is missing. */
public final class StrictRelation {

    private final EnvironmentPair pair;
    private final List<Strictness> more;

    StrictRelation(EnvironmentPair pair, List<Strictness> more) {
        this.pair = pair;
        this.more = List.copyOf(more);
    }

    /**
     * Adds a comparison. Where the other environment has a value of the setting, or an entry, the first must have one too.
     *
     * <pre>{@code
     * .andIn(SHUTDOWN_GRACE, (prod, staging) -> prod.compareTo(staging) >= 0)
     * }</pre>
     *
     * @param <V> the value's type
     * @param setting the setting
     * @param isAsStrict true if the value of the first is at least as strict as that of the other
     * @return the relation, which still needs a reason
     */
    public <V> StrictRelation andIn(Setting<V> setting, BiPredicate<? super V, ? super V> isAsStrict) {
        Objects.requireNonNull(isAsStrict, "what compares " + setting + " is null");
        List<Strictness> all = new ArrayList<>(more);
        all.add(Strictness.in(setting, isAsStrict));
        return new StrictRelation(pair, all);
    }

    /**
     * Leaves services and jobs out: that they are in one of the environments alone, what they are, and whom they call.
     *
     * @param names their names
     * @return the relation, which still needs a reason
     */
    public StrictRelation exceptFor(String... names) {
        return new StrictRelation(pair.exceptFor(names), more);
    }

    /**
     * Says why, which makes it a rule.
     *
     * @param reason one clause
     * @return the rule
     */
    public EnvironmentRule because(String reason) {
        return new EnvironmentRule(new AsStrict(pair, more), Words.because(reason));
    }

    /** What is compared whatever else is. */
    private record AsStrict(EnvironmentPair pair, List<Strictness> more) implements Relation {

        @Override
        public String sentence() {
            return "environment " + pair.here() + " should be at least as strict as " + pair.there()
                    + pair.exceptionText();
        }

        @Override
        public List<Deviation> of(EnvironmentPlan here, EnvironmentPlan there) {
            return EnvironmentStrictness.deviations(here, there);
        }

        @Override
        public List<Deviation> of(WorkloadPair workload) {
            List<Strictness> all = new ArrayList<>(WorkloadStrictness.all());
            all.add(ReachStrictness.permissions());
            all.add(ReachStrictness.routes());
            all.add(ReachStrictness.callers(pair));
            all.addAll(more);
            return all.stream()
                    .flatMap(strictness -> strictness.of(workload).stream())
                    .toList();
        }
    }
}
