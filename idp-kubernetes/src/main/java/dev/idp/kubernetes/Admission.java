package dev.idp.kubernetes;

import dev.idp.Container;
import dev.idp.ContainerRange;
import dev.idp.Cpu;
import dev.idp.EnvironmentSettings;
import dev.idp.Memory;
import dev.idp.Quota;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pods that the API server would refuse because of their namespace's quota or range of containers. It refuses them long after
 * it took the workload, so that nobody sees why nothing starts.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource Quotas</a>
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
final class Admission {

    private final EnvironmentPlan environment;
    private final Optional<ContainerRange> range;
    private final List<Problem> problems = new ArrayList<>();

    /** What one container asks for. */
    private record Sizes(
            String container,
            Optional<Cpu> cpu,
            Optional<Cpu> cpuLimit,
            Optional<Memory> memory,
            Optional<Memory> memoryLimit) {}

    private Admission(EnvironmentPlan environment) {
        this.environment = environment;
        this.range = environment.decision(EnvironmentSettings.CONTAINER_RANGE).value();
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        Admission admission = new Admission(environment);
        for (NamespacePlan namespace : environment.namespaces()) {
            Optional<Decision<Quota>> quota = namespace.quota(environment);
            for (WorkloadPlan workload : namespace.workloads()) {
                for (Sizes sizes : sizes(workload, environment)) {
                    quota.ifPresent(said -> admission.counted(workload, sizes, said));
                    admission.inRange(workload, sizes);
                }
            }
        }
        return admission.problems;
    }

    private static List<Sizes> sizes(WorkloadPlan workload, EnvironmentPlan environment) {
        List<Sizes> all = new ArrayList<>();
        all.add(new Sizes(
                "",
                workload.get(Settings.CPU),
                workload.get(Settings.CPU_LIMIT),
                workload.get(Settings.MEMORY),
                workload.get(Settings.MEMORY_LIMIT)));
        workload.entries(Settings.SIDECAR).values().forEach(said -> all.add(sizes(said.get())));
        workload.entries(Settings.INIT_STEP).values().forEach(said -> all.add(sizes(said.get())));
        Facets.waits(workload, environment).values().forEach(wait -> all.add(sizes(wait)));
        return all;
    }

    private static Sizes sizes(Container container) {
        return new Sizes(
                " of container '" + container.name() + "'",
                container.cpu(),
                Optional.empty(),
                container.memory(),
                container.memoryLimit());
    }

    /** What a quota counts, every pod must say, unless the range of containers says it for it. */
    private void counted(WorkloadPlan workload, Sizes sizes, Decision<Quota> quota) {
        if (range.isPresent()) {
            return;
        }
        if (quota.get().cpu().isPresent()
                && sizes.cpu().isEmpty()
                && sizes.cpuLimit().isEmpty()) {
            uncounted(workload, "no request for CPU" + sizes.container(), quota, "cpu(...)");
        }
        if (quota.get().memory().isPresent()
                && sizes.memory().isEmpty()
                && sizes.memoryLimit().isEmpty()) {
            uncounted(workload, "no request for memory" + sizes.container(), quota, "memory(...)");
        }
        if (quota.get().memoryLimit().isPresent() && sizes.memoryLimit().isEmpty()) {
            uncounted(workload, "no limit of memory" + sizes.container(), quota, "memory(request, limit)");
        }
    }

    private void uncounted(WorkloadPlan workload, String what, Decision<Quota> quota, String setting) {
        problems.add(problem(workload, "its namespace has a quota, and there is " + what)
                .cite("declared", workload.identity().source())
                .cite("quota", quota.source())
                .fix("say " + setting + ", or containers(...) of the environment for those that say nothing"));
    }

    private void inRange(WorkloadPlan workload, Sizes sizes) {
        range.ifPresent(known -> {
            atMost(workload, sizes.cpuLimit().or(sizes::cpu), known.mostCpu(), " of CPU" + sizes.container());
            atMost(
                    workload,
                    sizes.memoryLimit().or(sizes::memory),
                    known.mostMemory(),
                    " of memory" + sizes.container());
            sizes.memory()
                    .filter(asked -> sizes.memoryLimit().isEmpty() && asked.compareTo(known.memory()) > 0)
                    .ifPresent(asked -> outside(
                            workload,
                            "the request for " + asked + " of memory" + sizes.container()
                                    + " has no limit, and gets one of " + known.memory()));
        });
    }

    private <T extends Comparable<T>> void atMost(
            WorkloadPlan workload, Optional<T> asked, Optional<T> most, String what) {
        if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
            outside(workload, asked.get() + what + " is more than a container may have: " + most.get());
        }
    }

    private void outside(WorkloadPlan workload, String message) {
        problems.add(problem(workload, message)
                .cite("declared", workload.identity().source())
                .cite(
                        "range",
                        environment
                                .decision(EnvironmentSettings.CONTAINER_RANGE)
                                .source())
                .fix("say another amount or a limit, or change containers(...) of the environment"));
    }

    private Problem.Builder problem(WorkloadPlan workload, String message) {
        return Problem.of(workload.name(), environment.name(), message);
    }
}
