package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.Metric;
import dev.idp.Mount;
import dev.idp.Names;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where Kubernetes is narrower than the plan: names, sizes and words that its API server, or a controller, refuses. */
final class Limits {

    /**
     * Kubernetes adds a dash and up to ten characters: the revision of a StatefulSet as the value of a label, the time of a
     * run to the name of a CronJob, and this library the digits of a Job. Labels and names of Jobs have 63 characters.
     */
    private static final int LONGEST_NAME = 52;

    /** What a ConfigMap can hold, in bytes. */
    private static final int LARGEST_MAP = 1 << 20;

    private final EnvironmentPlan environment;
    private final List<Problem> problems = new ArrayList<>();

    private Limits(EnvironmentPlan environment) {
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        Limits limits = new Limits(environment);
        environment.workloads().forEach(limits::workload);
        environment.resources().forEach(limits::volumes);
        return limits.problems;
    }

    private void workload(WorkloadPlan workload) {
        name(workload);
        size(workload, "variables", Facets.sizeOfVariables(workload));
        size(workload, "files", Facets.sizeOfFiles(workload));
        workload.entries(Settings.METRIC).values().forEach(metric -> metric(workload, metric));
        workload.entries(Settings.MOUNT).values().forEach(mount -> mount(workload, mount));
    }

    private void name(WorkloadPlan workload) {
        int length = workload.name().length();
        boolean suffixed = workload.kind() == WorkloadKind.JOB
                || workload.decision(Settings.KIND)
                        .value()
                        .filter(ServiceKind.STATEFUL::equals)
                        .isPresent();
        if (suffixed && length > LONGEST_NAME) {
            String what = workload.kind() == WorkloadKind.JOB ? "a job" : "a stateful service";
            problems.add(problem(
                            workload,
                            "the name is too long for " + what + " on Kubernetes, which adds to it: " + length
                                    + " characters")
                    .cite("declared", workload.identity().source())
                    .fix("use at most " + LONGEST_NAME + " characters"));
        }
    }

    private void size(WorkloadPlan workload, String what, int size) {
        if (size > LARGEST_MAP) {
            problems.add(problem(workload, "its " + what + " have " + size + " bytes, more than Kubernetes can hold")
                    .cite("declared", workload.identity().source())
                    .fix("use at most " + LARGEST_MAP + " bytes, or put them into the image or a volume"));
        }
    }

    private void metric(WorkloadPlan workload, Decision<Metric> metric) {
        if (metric.get().name().contains("/")) {
            problems.add(problem(
                            workload,
                            "Kubernetes knows no metric with a slash in its name: "
                                    + metric.get().name())
                    .cite("said", metric.source())
                    .fix("say the name under which the cluster's metrics adapter offers it"));
        }
    }

    private void mount(WorkloadPlan workload, Decision<Mount> mount) {
        String volume = Facets.nameOf(mount.get());
        if (!Names.isSubdomain(volume)) {
            problems.add(problem(workload, "no volume can have the name '" + volume + "'")
                    .cite("said", mount.source())
                    .fix("mount a volume of the environment, named in lower case with dashes"));
        }
    }

    private void volumes(ResourcePlan resource) {
        resource.volumes().forEach(volume -> {
            Optional<Flaw> flaw = Names.flawOfLabel(volume.name(), "a volume");
            flaw.ifPresent(found -> problems.add(Problem.of(resource.name(), environment.name(), found.message())
                    .cite("supplied", resource.provisioner().source())
                    .fix(found.fix())));
        });
    }

    private Problem.Builder problem(WorkloadPlan workload, String message) {
        return Problem.of(workload.name(), environment.name(), message);
    }
}
