package dev.idp.testing.rule;

import dev.idp.Container;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.JobPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How much workloads say that they need and may use. Init steps are exempt, as in the standard rules: they are over soon. */
final class SizeDemands {

    private SizeDemands() {}

    static Demand<WorkloadPlan> haveRequests() {
        return new Demand<>("have requests", (workload, environment) -> {
            List<Remark> missing = new ArrayList<>();
            missing.addAll(missing(workload, Settings.CPU, Container::cpu, "CPU", "add cpu(...)"));
            missing.addAll(missing(workload, Settings.MEMORY, Container::memory, "memory", "add memory(...)"));
            return outcome(workload, missing, "requests", "it says how much CPU and memory it needs");
        });
    }

    static Demand<WorkloadPlan> haveMemoryLimit() {
        return new Demand<>("have a memory limit", (workload, environment) -> {
            List<Remark> missing = new ArrayList<>();
            String unlimited = " may use all the memory of its machine";
            String remedy = "add a limit: memory(request, limit)";
            if (workload.get(Settings.MEMORY_LIMIT).isEmpty()) {
                missing.add(Remark.at(workload.decision(Settings.MEMORY_LIMIT), "it" + unlimited, remedy));
            }
            sidecars(workload).stream()
                    .filter(sidecar -> sidecar.get().memoryLimit().isEmpty())
                    .forEach(sidecar -> missing.add(
                            Remark.at(sidecar, "its sidecar " + sidecar.get().name() + unlimited, remedy)));
            return outcome(workload, missing, "limits", "there is a most of the memory that it may use");
        });
    }

    static Demand<JobPlan> haveDeadline() {
        return new Demand<>(
                "have a deadline",
                (job, environment) -> Outcome.of(
                        job.get(Settings.DEADLINE).isPresent(),
                        job.decision(Settings.DEADLINE),
                        "it has a deadline",
                        "it may take as long as it likes",
                        "add deadline(...)"));
    }

    private static List<Remark> missing(
            WorkloadPlan workload,
            Setting<?> setting,
            Function<Container, Optional<?>> ofSidecar,
            String what,
            String remedy) {
        List<Remark> missing = new ArrayList<>();
        if (workload.get(setting).isEmpty()) {
            missing.add(
                    Remark.at(workload.decision(setting), "it does not say how much " + what + " it needs", remedy));
        }
        sidecars(workload).stream()
                .filter(sidecar -> ofSidecar.apply(sidecar.get()).isEmpty())
                .forEach(sidecar -> missing.add(new Remark(
                        sidecar.subject() + "/" + setting.id(),
                        List.of(sidecar),
                        "its sidecar " + sidecar.get().name() + " does not say how much " + what + " it needs",
                        remedy)));
        return missing;
    }

    private static List<Decision<Container>> sidecars(WorkloadPlan workload) {
        return List.copyOf(workload.entries(Settings.SIDECAR).values());
    }

    private static Outcome outcome(WorkloadPlan workload, List<Remark> missing, String what, String ifMet) {
        return missing.isEmpty() ? Outcome.met(List.of(Remark.of(workload, what, ifMet))) : Outcome.unmet(missing);
    }
}
