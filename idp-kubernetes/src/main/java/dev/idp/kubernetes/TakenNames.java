package dev.idp.kubernetes;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names and keys that cannot be had on Kubernetes, since they have a meaning there already. */
final class TakenNames {

    private final EnvironmentPlan environment;
    private final List<Problem> problems = new ArrayList<>();

    private TakenNames(EnvironmentPlan environment) {
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        TakenNames names = new TakenNames(environment);
        environment.findWorkload(Facets.TAKEN_NAME).ifPresent(names::ofNamespace);
        environment.services().forEach(names::headless);
        environment.workloads().forEach(workload -> {
            names.keys(workload, Settings.LABEL, Facets.TAKEN_LABELS);
            names.keys(workload, Settings.ANNOTATION, Facets.TAKEN_ANNOTATIONS);
            names.keys(workload, KubernetesSettings.ENTRY_ANNOTATION, Facets.TAKEN_ANNOTATIONS);
        });
        return names.problems;
    }

    private void ofNamespace(WorkloadPlan workload) {
        problems.add(problem(workload, "the namespace's own network policy has this name")
                .cite("declared", workload.identity().source())
                .fix("rename the " + workload.kind().singular()));
    }

    private void headless(ServicePlan service) {
        Facets.headless(service)
                .flatMap(environment::findService)
                .filter(other -> !other.ports().isEmpty())
                .ifPresent(other ->
                        problems.add(problem(other, "the copies of '" + service.name() + "' are found by this name")
                                .cite("declared", other.identity().source())
                                .cite("copies", service.identity().source())
                                .fix("rename one of the services")));
    }

    private void keys(WorkloadPlan workload, Setting<String> setting, Set<String> taken) {
        workload.entries(setting).forEach((key, said) -> {
            if (taken.contains(key)) {
                problems.add(problem(workload, setting + " " + key + " has a meaning of its own on Kubernetes")
                        .cite("said", said.source())
                        .fix(
                                Facets.isOfCloudIdentity(key)
                                        ? "say KubernetesSettings.CLOUD_IDENTITY"
                                        : "use a key with a domain of your own"));
            }
        });
    }

    private Problem.Builder problem(WorkloadPlan workload, String message) {
        return Problem.of(workload.name(), environment.name(), message);
    }
}
