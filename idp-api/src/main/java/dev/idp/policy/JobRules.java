package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** Rules on what runs to its end. */
final class JobRules {

    private JobRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(deadlineSet());
    }

    private static Rule<EnvironmentPlan> deadlineSet() {
        return Rules.forJobs("deadline-set")
                .because("a run that hangs keeps the next one from starting, and nobody notices")
                .fix("add deadline(...)")
                .link("https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup")
                .check((job, findings) -> {
                    if (job.get(Settings.SCHEDULE).isPresent()
                            && job.get(Settings.DEADLINE).isEmpty()) {
                        findings.add(job.decision(Settings.SCHEDULE), "it is scheduled and may run forever");
                    }
                });
    }
}
