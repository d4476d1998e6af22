package dev.idp.testing.generate;

import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Asks a law of one made-up program after the other.
 *
 * @param maker makes the programs
 * @param times how many must keep the law
 * @param discarding whether programs that planning refuses count for nothing; otherwise they fail
 * @param law what must hold
 */
record Trials(Made.Maker maker, int times, boolean discarding, Law law) {

    /** How many are made up for each one that counts, before that is too many. */
    private static final int PATIENCE = 10;

    /** What must hold of a made-up platform. */
    interface Law {

        /**
         * Throws if it does not hold.
         *
         * @param plan the plan of the platform
         * @param made how it was made
         * @param choices what it was made of
         */
        void ask(Plan plan, Made made, Choices choices);
    }

    void run() {
        long first = seed();
        int wanted = Math.max(1, Integer.getInteger("idp.seeds", times));
        int kept = 0;
        Optional<Throwable> refused = Optional.empty();
        for (int i = 0; kept < wanted; i++) {
            if (i == PATIENCE * wanted) {
                throw new AssertionError(
                        "Only " + kept + " of " + i + " made-up platforms could be used, instead of " + wanted
                                + ": say more in each(...), or ask for fewer times. The last that could not: "
                                + refused.map(Throwable::getMessage).orElse(""),
                        refused.orElse(null));
            }
            long seed = first + i;
            Choices choices = Choices.ofSeed(seed);
            Made made = maker.make(choices, 0, false);
            try {
                ask(made, choices);
                kept++;
            } catch (PlatformException refusal) {
                if (!discarding) {
                    throw failed(new Failure(choices, refusal), i + 1, wanted, seed);
                }
                refused = Optional.of(refusal);
            } catch (TestAbortedException unfit) {
                refused = Optional.of(unfit);
            } catch (RuntimeException | AssertionError failure) {
                throw failed(new Failure(choices, failure), i + 1, wanted, seed);
            }
        }
    }

    private static long seed() {
        String seed = System.getProperty("idp.seed", "1");
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("-Didp.seed=" + seed + " is not a whole number", malformed);
        }
    }

    private void ask(Made made, Choices choices) {
        law.ask(made.platform().plan(), made, choices);
    }

    private Optional<Failure> fails(Choices choices) {
        Made made = maker.make(choices, 0, false);
        try {
            ask(made, choices);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Optional.of(new Failure(choices, failure));
        }
    }

    private AssertionError failed(Failure found, int run, int wanted, long seed) {
        Failure smallest = Shrinker.smallest(found, this::fails);
        Made made = maker.make(Choices.of(smallest.choices().made()), 0, law instanceof MutationTrial);
        return new AssertionError(
                "Run " + run + " of " + wanted + " failed, with seed " + seed + ":\n"
                        + indented(String.valueOf(smallest.cause().getMessage()).strip())
                        + "\n-Didp.seed=" + seed + " runs it first. The smallest program that fails like this:\n\n"
                        + indented(made.listing().toString()),
                smallest.cause());
    }

    private static String indented(String text) {
        return text.indent(4).stripTrailing();
    }
}
