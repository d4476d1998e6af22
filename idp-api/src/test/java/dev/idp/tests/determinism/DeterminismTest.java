package dev.idp.tests.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Platform;
import dev.idp.plan.Plan;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final int SEEDS = 300;

    @Test
    void planningTwiceGivesEqualPlans() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Platform platform = new RandomPlatform(seed, 0).declare();

            Plan first = platform.plan();
            Plan second = platform.plan();

            assertThat(second).as("seed %d", seed).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(second.toJson()).as("seed %d", seed).isEqualTo(first.toJson());
        }
    }

    @Test
    void theOrderOfUnrelatedStatementsDoesNotCount() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan plan = new RandomPlatform(seed, 0).declare().plan();

            for (long order = 1; order <= 3; order++) {
                Plan shuffled = new RandomPlatform(seed, order).declare().plan();

                assertThat(shuffled.toJson())
                        .as("seed %d, order %d", seed, order)
                        .isEqualTo(plan.toJson());
                assertThat(shuffled).as("seed %d, order %d", seed, order).isEqualTo(plan);
            }
        }
    }

    @Test
    void everyPlanReadsBackEqual() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan plan = new RandomPlatform(seed, 0).declare().plan();

            Plan read = Plan.fromJson(plan.toJson());

            assertThat(read).as("seed %d", seed).isEqualTo(plan);
            assertThat(read.toJson()).as("seed %d", seed).isEqualTo(plan.toJson());
        }
    }

    @Test
    void theMachinesHabitsDoNotCount() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (long seed = 1; seed <= 20; seed++) {
            String json = new RandomPlatform(seed, 0).declare().plan().toJson();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

                assertThat(new RandomPlatform(seed, 0).declare().plan().toJson())
                        .as("seed %d", seed)
                        .isEqualTo(json);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void theSeedsMakeUpWhatTheyAreMeantTo() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            String json = new RandomPlatform(seed, 0).declare().plan().toJson();
            for (String feature : new String[] {
                "in-cluster-redis",
                "existing-redis",
                "\"mail\"",
                "\"route\"",
                "\"user-id\"",
                "\"secret\"",
                "2..5",
                "LAW"
            }) {
                if (json.contains(feature)) {
                    seen.add(feature);
                }
            }
        }
        assertThat(seen).hasSize(8);
    }
}
