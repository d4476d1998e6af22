package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;

/** That an environment differs from another one in nothing but what is named. Only its reason is missing. */
public final class DifferingRelation {

    private final EnvironmentPair pair;
    private final Allowed allowed;

    DifferingRelation(EnvironmentPair pair, Allowed allowed) {
        this.pair = pair;
        this.allowed = allowed;
    }

    /**
     * Lets settings differ, of workloads or of the environment. With {@link dev.idp.Settings#USES} calls may differ, with
     * {@link dev.idp.Settings#STARTS_AFTER} the order of starts; both may also where what makes them may.
     *
     * @param settings the settings, with all of their entries
     * @return the relation, which still needs a reason
     */
    public DifferingRelation in(Setting<?>... settings) {
        return new DifferingRelation(pair, allowed.in(settings));
    }

    /**
     * Lets single entries differ: {@code inEntries(ENV, "LOG_LEVEL")}.
     *
     * @param setting a setting with entries
     * @param entries the entries' names
     * @return the relation, which still needs a reason
     */
    public DifferingRelation inEntries(Setting<?> setting, String... entries) {
        return new DifferingRelation(pair, allowed.inEntries(setting, entries));
    }

    /**
     * Lets public hosts differ, not the paths and ports behind them; and the domains of the environments wherever they stand in
     * a value.
     *
     * @return the relation, which still needs a reason
     */
    public DifferingRelation inHosts() {
        return new DifferingRelation(pair, allowed.inHosts());
    }

    /**
     * Leaves something out altogether.
     *
     * @param names the names of services, jobs, resources and external services
     * @return the relation, which still needs a reason
     */
    public DifferingRelation exceptFor(String... names) {
        return new DifferingRelation(pair.exceptFor(names), allowed);
    }

    /**
     * Says why, which makes it a rule.
     *
     * @param reason one clause
     * @return the rule
     */
    public EnvironmentRule because(String reason) {
        return new EnvironmentRule(new OnlyDiffers(pair, allowed), Words.because(reason));
    }

    private record OnlyDiffers(EnvironmentPair pair, Allowed allowed) implements Relation {

        @Override
        public String sentence() {
            return "environment " + pair.here()
                    + (allowed.isNothing() ? " should not differ from " : " should only differ from ") + pair.there()
                    + (allowed.isNothing() ? "" : " in " + allowed) + pair.exceptionText();
        }

        @Override
        public List<Deviation> of(EnvironmentPlan here, EnvironmentPlan there) {
            return EnvironmentDifferences.deviations(here, there, pair, allowed, Domains.of(here, there, allowed));
        }

        @Override
        public List<Deviation> of(WorkloadPair workload) {
            Domains domains = Domains.of(workload.here(), workload.there(), allowed);
            List<Deviation> found = new ArrayList<>(new SettingDifferences(workload, allowed, domains).all());
            found.addAll(new LinkDifferences(workload, pair, allowed).all());
            return found;
        }
    }
}
