package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** Rules on how much of a machine is used. Init steps are exempt: they are over soon, and what they get is seldom known. */
final class SizeRules {

    private static final String RESOURCES =
            "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

    private SizeRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(memoryLimitSet(), requestsSet());
    }

    private static Rule<EnvironmentPlan> memoryLimitSet() {
        return Rules.forWorkloads("memory-limit-set")
                .because("what leaks must not take its neighbours down")
                .fix("add a limit: memory(request, limit)")
                .link(RESOURCES)
                .check((workload, findings) -> {
                    if (workload.get(Settings.MEMORY_LIMIT).isEmpty()) {
                        findings.add(
                                workload.decision(Settings.MEMORY_LIMIT), "it may use all the memory of its machine");
                    }
                    Containers.sidecars(workload).stream()
                            .filter(sidecar -> sidecar.get().memoryLimit().isEmpty())
                            .forEach(sidecar -> findings.add(
                                    sidecar.said(),
                                    "its " + sidecar.name() + " may use all the memory of its machine"));
                });
    }

    private static Rule<EnvironmentPlan> requestsSet() {
        return Rules.forWorkloads("requests-set")
                .because("what asks for nothing is the first to be starved")
                .fix("add cpu(...) and memory(...)")
                .link(RESOURCES)
                .check((workload, findings) -> {
                    List.of(Settings.CPU, Settings.MEMORY).stream()
                            .map(workload::decision)
                            .filter(request -> !request.isPresent())
                            .findFirst()
                            .ifPresent(request ->
                                    findings.add(request, "it does not say how much CPU and memory it needs"));
                    Containers.sidecars(workload).stream()
                            .filter(sidecar -> sidecar.get().cpu().isEmpty()
                                    || sidecar.get().memory().isEmpty())
                            .forEach(sidecar -> findings.add(
                                    sidecar.said(),
                                    "its " + sidecar.name() + " does not say how much CPU and memory it needs"));
                });
    }
}
