package dev.idp.kubernetes;

import dev.idp.Segment;
import dev.idp.ServiceKind;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;

/** What a plan says and this backend does not render: an error that names it, since nothing is dropped silently. */
final class Inexpressible {

    private static final List<Setting<?>> NOT_RENDERED = List.of(
            Settings.MEMORY_TARGET,
            Settings.METRIC,
            Settings.SPREAD,
            Settings.STORAGE,
            Settings.MOUNT,
            Settings.PERMISSION);

    private final EnvironmentPlan environment;
    private final List<Problem> problems = new ArrayList<>();

    private Inexpressible(EnvironmentPlan environment) {
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        Inexpressible found = new Inexpressible(environment);
        environment.jobs().forEach(found::addJob);
        environment.services().forEach(found::addService);
        environment.graph().starts().forEach(found::addStart);
        environment.resources().forEach(found::addResource);
        environment.workloads().forEach(found::addComposedFiles);
        return found.problems;
    }

    private void addJob(WorkloadPlan job) {
        add(job, "jobs", job.identity());
    }

    private void addService(ServicePlan service) {
        for (Setting<?> setting : NOT_RENDERED) {
            service.entries(setting).values().forEach(decision -> add(service, setting.id(), decision));
        }
        Decision<ServiceKind> kind = service.decision(Settings.KIND);
        kind.value()
                .filter(value -> value != ServiceKind.STATELESS)
                .ifPresent(value -> add(service, "a service that is " + value, kind));
    }

    /** Kubernetes puts secrets into variables, but files it takes whole. */
    private void addComposedFiles(WorkloadPlan workload) {
        workload.entries(Settings.SECRET_FILE).forEach((path, file) -> {
            List<Segment> segments = file.get().segments();
            if (segments.size() != 1 || !(segments.get(0) instanceof Segment.Key)) {
                problems.add(Problem.of(
                                workload.name(),
                                environment.name(),
                                "file " + path + " is composed with a secret, and Kubernetes can only make one of a"
                                        + " secret alone")
                        .cite("said", source(file))
                        .fix("keep the whole text as one secret, or let an init step write it to a scratch directory"));
            }
        });
    }

    private void addStart(Start start) {
        start.because().stream()
                .findFirst()
                .ifPresent(said -> problems.add(problem(start.from(), "the order of starts")
                        .cite("said", source(said))
                        .fix("remove it for now")));
    }

    private void addResource(ResourcePlan resource) {
        if (!resource.volumes().isEmpty()) {
            addResource(resource, "volumes");
        }
        if (!resource.secrets().isEmpty()) {
            addResource(resource, "secrets that are made up");
        }
        if (!resource.extensions().isEmpty()) {
            addResource(resource, "extensions of provisioners");
        }
    }

    private void addResource(ResourcePlan resource, String what) {
        problems.add(problem(resource.name(), what)
                .cite("supplied", source(resource.provisioner()))
                .fix("supply it in another way for now"));
    }

    private void add(WorkloadPlan workload, String what, Decision<?> said) {
        problems.add(problem(workload.name(), what).cite("said", source(said)).fix("remove it for now"));
    }

    private Problem.Builder problem(String subject, String what) {
        return Problem.of(subject, environment.name(), "Kubernetes objects for this are not written yet: " + what);
    }

    private static Source source(Decision<?> decision) {
        return decision.winner()
                .orElseThrow(() -> new IllegalStateException(decision + " was said by nobody"))
                .source();
    }
}
