package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.tests.kubernetes.apply.faults.Figures.End;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An apply, and one that prunes, in which one request goes wrong: each request in several ways. With {@code -Didp.faults=all} each
 * request goes wrong in each way; by default a way comes at each fourth request, and at each tenth if it takes a second.
 */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class EveryRequestMayFailTest {

    private static final int SEEDS = 20;
    private static final boolean ALL = "all".equals(System.getProperty("idp.faults"));

    private static final Map<String, Supplier<Fault>> QUICK = new TreeMap<>(Map.of(
            "reset before", Fault::resetBefore,
            "reset after", Fault::resetAfter,
            "half an answer", Fault::halfAnswer,
            "500 instead", () -> Fault.serverError(500),
            "502 instead", () -> Fault.serverError(502),
            "503 after", () -> Fault.serverErrorAfter(503),
            "slow", () -> Fault.slow(Duration.ofMillis(100))));

    private static final Map<String, Supplier<Fault>> EXPENSIVE =
            new TreeMap<>(Map.of("429", Fault::tooMany, "429 in words", Fault::tooManyInWords));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachRequestInSeveralWays(boolean prunes) throws Exception {
        Figures figures = new Figures(prunes ? "an apply that prunes" : "an apply");
        try (Trials trials = new Trials()) {
            int requests = trials.requests(prunes);
            int way = 0;
            for (Map.Entry<String, Supplier<Fault>> fault : QUICK.entrySet()) {
                tryAll(trials, figures, prunes, fault, requests, ALL ? 1 : 4, way++);
            }
            for (Map.Entry<String, Supplier<Fault>> fault : EXPENSIVE.entrySet()) {
                tryAll(trials, figures, prunes, fault, requests, ALL ? 1 : 10, way++);
            }
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    private static void tryAll(
            Trials trials,
            Figures figures,
            boolean prunes,
            Map.Entry<String, Supplier<Fault>> fault,
            int requests,
            int stride,
            int way) {
        for (int n = 1 + way % stride; n <= requests; n += stride) {
            Script script = Script.nth(n, fault.getValue().get());
            SmallSet set = new SmallSet(Trials.newNamespace());
            boolean isPlanted = (n / stride + way) % 2 == 0;
            figures.count(
                    fault.getKey(),
                    "request " + n + " in " + set.namespace(),
                    () -> trials.tryOut(
                            set, prunes, isPlanted, script, trials.throughTheProxy(Trials.AT_ONCE.pruning())));
        }
    }

    @Test
    void threeRequestsOfTenInAnyWay() throws Exception {
        Figures figures = new Figures("three requests of ten");
        try (Trials trials = new Trials()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                Script script = random(new Random(seed));
                SmallSet set = new SmallSet(Trials.newNamespace());
                boolean prunes = seed % 2 == 0;
                boolean isPlanted = seed % 4 < 2;
                figures.count(prunes ? "prune" : "apply", "seed " + seed, () -> {
                    End end = trials.tryOut(
                            set, prunes, isPlanted, script, trials.throughTheProxy(Trials.AT_ONCE.pruning()));
                    assertThat(trials.play.met()).isGreaterThan(3);
                    return end;
                });
            }
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    private static Script random(Random random) {
        Supplier<?>[] ways = QUICK.values().toArray(new Supplier<?>[0]);
        return (number, method, path) ->
                random.nextInt(10) < 3 ? (Fault) ways[random.nextInt(ways.length)].get() : Fault.none();
    }
}
