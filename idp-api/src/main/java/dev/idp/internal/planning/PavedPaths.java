package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.GoldenPath;
import dev.idp.Ground;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.Paving;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.explain.Origin;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Evaluates golden paths in one environment: once each, and again only for a workload that a path asked about. */
final class PavedPaths {

    /** Longer chains are no design: a path that extends itself, by whatever detour, ends here. */
    private static final int LONGEST_CHAIN = 32;

    private final Environment environment;
    private final Problems problems;
    private final IdentityHashMap<GoldenPath, Paved> shared = new IdentityHashMap<>();

    PavedPaths(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /**
     * What a path says.
     *
     * @param stretches the path's own ground, then that of the path it extends, and so on
     * @param shared whether it holds for every workload on the path
     * @param failed whether the path's code threw
     */
    record Paved(List<Stretch> stretches, boolean shared, boolean failed) {}

    /** The ground of one path of a chain. */
    record Stretch(String speaker, Ground ground) {}

    Paved pave(GoldenPath path, String workload) {
        Paved known = shared.get(path);
        if (known != null && known.shared()) {
            return known;
        }
        Paved paved = evaluate(path, workload);
        shared.put(path, paved);
        return paved;
    }

    private Paved evaluate(GoldenPath path, String workload) {
        List<Stretch> stretches = new ArrayList<>();
        boolean asked = false;
        String name = path.getClass().getSimpleName();
        try {
            Optional<? extends GoldenPath> next = Optional.of(path);
            while (next.isPresent()) {
                if (stretches.size() == LONGEST_CHAIN) {
                    problems.add(Problem.of(
                                    "golden path " + name,
                                    environment.name(),
                                    "it extends itself, or more than " + LONGEST_CHAIN + " others")
                            .fix("let extending() end at a path that extends nothing"));
                    return new Paved(List.of(), true, true);
                }
                GoldenPath current = next.get();
                name = current.id();
                Paving<?, ?> paving = pave(current, workload, environment);
                stretches.add(new Stretch("golden path " + name + " " + current.version(), paving.ground()));
                asked |= paving.dependsOnWorkload();
                next = current.extending();
            }
            return new Paved(stretches, !asked, false);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            problems.add(Problem.of("golden path " + name, environment.name(), "its code failed: " + thrown)
                    .cite("thrown", Origin.of(thrown))
                    .fix("mend the path; workloads on it were not checked any further"));
            return new Paved(List.of(), true, true);
        }
    }

    private static Paving<?, ?> pave(GoldenPath path, String workload, Environment environment) {
        if (path instanceof ServicePath services) {
            ServicePaving paving = new ServicePaving(workload);
            services.pave(paving, environment);
            return paving;
        }
        JobPaving paving = new JobPaving(workload);
        ((JobPath) path).pave(paving, environment);
        return paving;
    }
}
