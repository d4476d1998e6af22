package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import java.util.List;

/** What is demanded of whom: all of a rule but its reason. */
record Sentence<W extends WorkloadPlan, T, S>(Choice<W, T, S> choice, Demand<W> demand) implements Demanded<W, S> {

    @Override
    public S andShould() {
        return choice.kind().should().apply(this::andShould);
    }

    @Override
    public Demanded<W, S> andShould(Demand<? super W> more) {
        return new Sentence<>(choice, Demand.both(demand, more));
    }

    @Override
    public S orShould() {
        return choice.kind().should().apply(this::orShould);
    }

    @Override
    public Demanded<W, S> orShould(Demand<? super W> instead) {
        return new Sentence<>(choice, Demand.either(demand, instead));
    }

    @Override
    public WorkloadRule because(String reason) {
        return new WorkloadRule(this, Words.because(reason), false);
    }

    Rule<EnvironmentPlan> rule(Words words) {
        return RuleDraft.named(words.id(toString()), new ChoiceSelection<>(choice))
                .because(words.because())
                .severity(words.severity())
                .fix(words.fix())
                .check((placed, remarks) -> {
                    Outcome outcome = demand.of(placed.subject(), placed.environment());
                    if (outcome.met() == choice.isForbidding()) {
                        outcome.remarks().forEach(remarks);
                    }
                });
    }

    long countIn(EnvironmentPlan environment) {
        return new ChoiceSelection<>(choice).countIn(environment);
    }

    /** What the rule names, and there is not. */
    List<Mention.Lack> lacksIn(List<EnvironmentPlan> environments) {
        List<Mention> ofChoice = choice.trait().map(Trait::mentions).orElse(List.of());
        return Mention.both(ofChoice, demand.mentions()).stream()
                .flatMap(mention -> mention.lackIn(environments).stream())
                .toList();
    }

    String noun() {
        return choice.kind().noun();
    }

    /** Returns for example {@code services that are public should be probed}. */
    @Override
    public String toString() {
        return choice + " should " + demand;
    }
}
