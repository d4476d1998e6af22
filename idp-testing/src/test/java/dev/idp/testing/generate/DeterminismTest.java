package dev.idp.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.plan.Change;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Laws of planning that hold for whatever platform. */
class DeterminismTest {

    /** More of them, in a calm hour: {@code -Didp.seeds=5000}. */
    private static final int SEEDS = Integer.getInteger("idp.seeds", 250);

    private static final Map<Long, Plan> PLANS = new ConcurrentHashMap<>();

    private static Made made(long seed, long order, boolean mutated) {
        return MadePlatform.make(Choices.ofSeed(seed), order, mutated);
    }

    /** The plan of a seed, which several laws look at. */
    private static Plan planned(long seed) {
        return PLANS.computeIfAbsent(seed, key -> made(key, 0, false).platform().plan());
    }

    @Test
    void planningTwiceGivesEqualPlans() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan first = planned(seed);

            Plan second = made(seed, 0, false).platform().plan();

            assertThat(second).as("seed %d", seed).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(second.toJson()).as("seed %d", seed).isEqualTo(first.toJson());
        }
    }

    @Test
    void theOrderOfUnrelatedStatementsDoesNotCount() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan plan = planned(seed);

            Plan shuffled = made(seed, seed, false).platform().plan();

            assertThat(shuffled.toJson()).as("seed %d", seed).isEqualTo(plan.toJson());
            assertThat(shuffled).as("seed %d", seed).isEqualTo(plan);
        }
    }

    @Test
    void everyPlanReadsBackEqual() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan plan = planned(seed);

            Plan read = Plan.fromJson(plan.toJson());

            assertThat(read).as("seed %d", seed).isEqualTo(plan);
            assertThat(read.toJson()).as("seed %d", seed).isEqualTo(plan.toJson());
            assertThat(Comparison.of(plan, read).isEmpty()).as("seed %d", seed).isTrue();
            assertThat(Comparison.of(read, plan).isEmpty()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void aComparisonNamesWhatWasMutatedAndNothingOfWhoDoesNotDependOnIt() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Made made = made(seed, 0, true);
            Mutation mutated = made.mutation().orElseThrow();
            Plan before = planned(seed);
            Plan after = made.platform().plan();

            Comparison comparison = Comparison.of(before, after);

            assertThat(comparison.isEmpty()).as("seed %d", seed).isEqualTo(before.equals(after));
            assertThat(comparison.changes())
                    .as("seed %d: only in %s", seed, mutated.environment())
                    .allMatch(change -> change.environment().equals(mutated.environment()));
            if (mutated.subject().isEmpty()) {
                assertThat(comparison.addedCalls())
                        .as("seed %d", seed)
                        .hasToString("[" + mutated.environment() + " " + mutated.workload() + " -> mutated]");
                assertThat(comparison.changes()).extracting(Change::subject).containsExactly("externals/mutated");
            } else {
                assertThat(comparison.changes())
                        .as("seed %d", seed)
                        .extracting(Change::subject)
                        .contains(mutated.subject());
                assertThat(comparison.affectedWorkloads(mutated.environment()))
                        .as("seed %d", seed)
                        .contains(mutated.workload());
            }
            assertThat(comparison.changedWorkloads(mutated.environment()))
                    .as("seed %d: %s and its migrations", seed, mutated)
                    .allMatch(changed -> changed.startsWith(mutated.workload()));
            assertThat(Comparison.of(after, before).changes())
                    .as("seed %d: backwards", seed)
                    .hasSameSizeAs(comparison.changes());
        }
    }

    @Test
    void theMachinesHabitsDoNotCount() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (long seed = 1; seed <= 20; seed++) {
            String json = planned(seed).toJson();
            String program = made(seed, 0, false).listing().toString();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

                Made again = made(seed, 0, false);
                assertThat(again.platform().plan().toJson()).as("seed %d", seed).isEqualTo(json);
                assertThat(again.listing()).as("seed %d", seed).hasToString(program);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void theSeedsMakeUpWhatTheyAreMeantTo() {
        Set<String> missing = new TreeSet<>(Set.of(
                "in-cluster-postgres",
                "existing-postgres",
                "\"existing-volume\"",
                "made-up-mail",
                "smtp.tier.example",
                "\"route\"",
                "\"user-id\"",
                "\"secret\"",
                "2..5",
                "\"LAW\"",
                "PER_NODE",
                "STATEFUL",
                "\"schedule\"",
                "\"init-step\"",
                "\"sidecar\"",
                "\"file\"",
                "\"secret-file\"",
                "\"mount\"",
                "-schema",
                "-migrate",
                "\"release\"",
                "\"waived\"",
                "\"permission\"",
                "\"metric\"",
                "\"volumes\"",
                "\"starts\""));
        for (long seed = 1; seed <= SEEDS && !missing.isEmpty(); seed++) {
            String json = made(seed, 0, true).platform().plan().toJson();
            missing.removeIf(json::contains);
        }
        assertThat(missing).isEmpty();
    }
}
