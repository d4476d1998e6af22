package dev.idp.testing.generate;

import dev.idp.plan.Plan;
import org.opentest4j.TestAbortedException;

/**
 * Asks a law of a made-up platform and of the same but for one thing.
 *
 * @param maker makes both
 * @param law what must hold
 */
record MutationTrial(Made.Maker maker, MutationLaw law) implements Trials.Law {

    @Override
    public void ask(Plan plan, Made made, Choices choices) {
        Mutation mutation = made.mutation()
                .orElseThrow(() -> new TestAbortedException("everything that could be said anew is mandated"));
        Made mutated = maker.make(Choices.of(choices.made()), 0, true);
        law.ask(plan, mutated.platform().plan(), mutation);
    }
}
