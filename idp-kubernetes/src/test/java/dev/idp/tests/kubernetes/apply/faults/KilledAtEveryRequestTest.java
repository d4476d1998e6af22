package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.tests.kubernetes.apply.faults.Figures.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that applies is killed at a request: before the server sees it, or between the deed and the answer. Each fifth
 * request by default, each one with {@code -Didp.kills=all}.
 */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class KilledAtEveryRequestTest {

    private static final int STRIDE = "all".equals(System.getProperty("idp.kills")) ? 1 : 5;

    @TempDir
    Path directory;

    /** Where to kill. */
    private record Shot(int request, boolean isSeen, SmallSet set) {

        Fault fault(ArmedProgram program) {
            return isSeen ? Fault.afterForwarding(program::kill) : Fault.insteadOfForwarding(program::kill);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNextRunDoesWhatIsLeft(boolean prunes) throws Exception {
        Figures figures = new Figures(prunes ? "a prune, killed" : "an apply, killed");
        try (Trials trials = new Trials()) {
            List<Shot> shots = shots(trials.requests(prunes));
            ArmedProgram next = start(trials, shots.get(0), prunes);
            for (int i = 0; i < shots.size(); i++) {
                Shot shot = shots.get(i);
                try (ArmedProgram program = next) {
                    next = start(trials, shots.get(Math.min(i + 1, shots.size() - 1)), prunes);
                    figures.count(
                            shot.isSeen() ? "between deed and answer" : "before the server sees it",
                            "request " + shot.request() + " in " + shot.set().namespace(),
                            () -> kill(trials, program, shot, prunes));
                }
            }
            next.close();
        }

        System.out.println(figures);
        assertThat(figures.losses()).isEmpty();
    }

    private static List<Shot> shots(int requests) {
        List<Shot> shots = new ArrayList<>();
        for (int n = 1; n <= requests; n += STRIDE) {
            shots.add(new Shot(n, false, new SmallSet(Trials.newNamespace())));
            shots.add(new Shot(Math.min(requests, n + STRIDE / 2), true, new SmallSet(Trials.newNamespace())));
        }
        return shots;
    }

    private ArmedProgram start(Trials trials, Shot shot, boolean prunes) throws Exception {
        Path output = directory.resolve(shot.set().namespace() + (shot.isSeen() ? "-seen" : ""));
        return ArmedProgram.start(output, trials.address(), shot.set(), prunes);
    }

    private static End kill(Trials trials, ArmedProgram program, Shot shot, boolean prunes) throws Exception {
        Script script = Script.nth(shot.request(), shot.fault(program));
        return trials.tryOut(shot.set(), prunes, shot.request() % 2 == 0, script, set -> {
            int code = runs(program);
            assertThat(code != 0).as("exit code " + code).isEqualTo(trials.play.met() > 0);
            return Optional.empty();
        });
    }

    private static int runs(ArmedProgram program) {
        try {
            return program.run();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void endsByItselfIfNobodyKillsIt() throws Exception {
        try (Trials trials = new Trials();
                ArmedProgram program = ArmedProgram.start(
                        directory.resolve("output"), trials.address(), new SmallSet(Trials.newNamespace()), false)) {
            assertThat(program.run()).as(program.output()).isZero();
            assertThat(program.output()).contains("10 created");
        }
    }
}
