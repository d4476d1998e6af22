package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.time.LocalDate;
import java.util.List;

/** A rule on services, on jobs, or on both, as {@link PlatformRules} makes it. */
public final class WorkloadRule extends PlatformRule {

    private final Sentence<?, ?, ?> sentence;
    private final boolean mayBeEmpty;

    WorkloadRule(Sentence<?, ?, ?> sentence, Words words, boolean mayBeEmpty) {
        super(words);
        this.sentence = sentence;
        this.mayBeEmpty = mayBeEmpty;
    }

    @Override
    public WorkloadRule as(String id) {
        return new WorkloadRule(sentence, words().as(id), mayBeEmpty);
    }

    @Override
    public WorkloadRule severity(Severity severity) {
        return new WorkloadRule(sentence, words().severity(severity), mayBeEmpty);
    }

    @Override
    public WorkloadRule fix(String what) {
        return new WorkloadRule(sentence, words().fix(what), mayBeEmpty);
    }

    /**
     * Says that the rule may be about nothing, and name what there is not. Otherwise a test fails when nothing is chosen, since
     * a rule that looks at nothing finds nothing; and a test of a whole platform fails when none of its environments has what
     * the rule names, since a mistyped name would go unseen.
     *
     * @return the same rule, which then passes
     */
    public WorkloadRule allowEmpty() {
        return new WorkloadRule(sentence, words(), true);
    }

    /**
     * Returns the rule for the one engine: for a {@link dev.idp.policy.Policy} or a report, together with other rules. There, it
     * looks at one environment at a time, in which there may be nothing that it is about; only tests fail then.
     *
     * <pre>{@code Policy.standard().with(PUBLIC_IS_PROBED.rule()).check(plan, today)}</pre>
     *
     * @return a rule of the same id, reason, severity and remedy
     */
    public Rule<EnvironmentPlan> rule() {
        return sentence.rule(words());
    }

    /**
     * Passes if one environment keeps the rule, all waivers set aside.
     *
     * @param environment the environment's plan
     * @throws AssertionError if it does not, or if there is nothing that the rule is about
     */
    public void check(EnvironmentPlan environment) {
        examine(List.of(environment), false).requireKept(List.of(environment));
    }

    /**
     * Passes if one environment keeps the rule but for what is waived. That nothing needs a waiver is found on the whole
     * platform alone: another environment may need it.
     *
     * @param environment the environment's plan
     * @param today the day on which waivers are judged
     * @throws AssertionError if it does not, or if there is nothing that the rule is about
     */
    public void check(EnvironmentPlan environment, LocalDate today) {
        examine(List.of(environment), false).requireKept(environment, today);
    }

    @Override
    Examination examine(Plan plan) {
        return examine(plan.environments(), !mayBeEmpty);
    }

    /** What one environment lacks may be in another, so names are looked for on a whole platform alone. */
    private Examination examine(List<EnvironmentPlan> environments, boolean mustHaveAll) {
        Rule<EnvironmentPlan> rule = rule();
        long seen = environments.stream().mapToLong(sentence::countIn).sum();
        Examination examination = new Examination(
                rule.id(),
                words().shown(),
                sentence(),
                rule.because(),
                seen,
                sentence.noun(),
                environments.stream()
                        .flatMap(environment -> rule.check(environment).stream())
                        .toList());
        sentence.lacksIn(environments).stream()
                .filter(lack -> mustHaveAll || lack.isEverywhere())
                .findFirst()
                .ifPresent(lack -> {
                    throw new AssertionError(examination.headline() + "but " + lack.message() + "\nfix: " + lack.fix());
                });
        if (!mayBeEmpty && seen == 0) {
            throw new AssertionError(examination.headline() + "but none of the "
                    + sentence.noun() + "s in "
                    + String.join(
                            ", ",
                            environments.stream().map(EnvironmentPlan::name).toList())
                    + " is meant\nfix: correct the choice, or say allowEmpty()");
        }
        return examination;
    }

    @Override
    String sentence() {
        return sentence.toString();
    }
}
