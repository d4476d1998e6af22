package dev.idp.kubernetes;

import dev.idp.Container;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Waits in pods that would never end, and names that they need and others have.
 *
 * <p>What a path, an environment or the library says of how long all jobs are kept passes over those that are waited for.
 */
final class FaultyWaits {

    private final EnvironmentPlan environment;
    private final WorkloadPlan workload;
    private final List<Problem> problems = new ArrayList<>();

    private FaultyWaits(WorkloadPlan workload, EnvironmentPlan environment) {
        this.workload = workload;
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        List<Problem> problems = new ArrayList<>();
        for (WorkloadPlan workload : environment.workloads()) {
            FaultyWaits found = new FaultyWaits(workload, environment);
            Map<WorkloadPlan, Container> waits = Facets.waits(workload, environment);
            waits.keySet().forEach(first -> {
                if (first instanceof JobPlan job) {
                    found.job(job);
                }
            });
            waits.values().forEach(container -> found.container(container.name()));
            if (!waits.isEmpty()) {
                found.rights();
            }
            problems.addAll(found.problems);
        }
        return problems;
    }

    private void job(JobPlan job) {
        if (job.schedule().isPresent()) {
            problems.add(problem("its pods cannot wait for job '" + job.name() + "', which runs again and again")
                    .cite("schedule", job.decision(Settings.SCHEDULE).source())
                    .fix("start after a job that runs once, or unset wait-by here"));
        }
        Decision<?> kept = job.decision(Settings.KEPT_FOR);
        if (kept.isPresent() && Inexpressible.isOwn(kept.source())) {
            problems.add(problem("its pods wait for job '" + job.name()
                            + "', which says that it is removed after a while, and then no new copy would start")
                    .cite("kept for", kept.source())
                    .fix("let the job say nothing of it, or unset wait-by here"));
        }
    }

    private void container(String name) {
        Stream.of(Settings.SIDECAR, Settings.INIT_STEP)
                .flatMap(setting -> workload.entries(setting).values().stream())
                .filter(other -> other.get().name().equals(name))
                .forEach(other -> problems.add(problem("container '" + name + "' has the name of a wait")
                        .cite("said", other.source())
                        .fix("rename the container")));
    }

    private void rights() {
        environment
                .findWorkload(Facets.waitRights(workload))
                .filter(other -> !other.entries(Settings.PERMISSION).isEmpty())
                .ifPresent(other -> problems.add(
                        problem("what its pods need to wait has the name of what '" + other.name() + "' may do")
                                .cite("declared", workload.identity().source())
                                .cite("other", other.identity().source())
                                .fix("rename one of them")));
    }

    private Problem.Builder problem(String message) {
        return Problem.of(workload.name(), environment.name(), message)
                .cite("wait by", workload.decision(KubernetesSettings.WAIT_BY).source());
    }
}
