package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/**
 * A rule on how an environment relates to another one. What it finds is found in the first of them, so that the workloads there
 * can waive it.
 */
public final class EnvironmentRule extends PlatformRule {

    private final Relation relation;

    EnvironmentRule(Relation relation, Words words) {
        super(words);
        this.relation = relation;
    }

    @Override
    public EnvironmentRule as(String id) {
        return new EnvironmentRule(relation, words().as(id));
    }

    @Override
    public EnvironmentRule severity(Severity severity) {
        return new EnvironmentRule(relation, words().severity(severity));
    }

    @Override
    public EnvironmentRule fix(String what) {
        return new EnvironmentRule(relation, words().fix(what));
    }

    /**
     * Returns the rule for the one engine. It looks at a whole platform, so it is no part of a policy; what it finds is joined
     * with what a policy finds before {@link dev.idp.policy.Verdict#of(Plan, java.util.Collection, java.time.LocalDate)}
     * judges both.
     *
     * @return a rule of the same id, reason, severity and remedy; it throws if the platform lacks one of the environments
     */
    public Rule<Plan> rule() {
        return new RelationRule(id(), words(), relation);
    }

    @Override
    Examination examine(Plan plan) {
        EnvironmentPair pair = relation.pair();
        EnvironmentPlan here = plan.in(pair.here());
        EnvironmentPlan there = plan.in(pair.there());
        int seen = pair.pairs(here, there).size();
        Examination examination =
                new Examination(id(), words().shown(), sentence(), words().because(), seen, "", rule().check(plan));
        if (seen == 0) {
            throw new AssertionError(
                    examination.headline() + "but there is nothing to compare: no workload is in both of them");
        }
        List<String> needless = pair.needless(here, there);
        if (!needless.isEmpty()) {
            throw new AssertionError(examination.headline() + "but neither of them has " + String.join(" or ", needless)
                    + "\nfix: correct exceptFor(...), or remove it");
        }
        return examination;
    }

    @Override
    String sentence() {
        return relation.sentence();
    }
}
