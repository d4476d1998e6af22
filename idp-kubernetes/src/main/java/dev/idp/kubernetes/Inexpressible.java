package dev.idp.kubernetes;

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
            Settings.COMMAND,
            Settings.ARGUMENTS,
            Settings.FILE,
            Settings.SECRET_FILE,
            Settings.INIT_STEP,
            Settings.SIDECAR,
            Settings.MEMORY_TARGET,
            Settings.METRIC,
            Settings.SPREAD,
            Settings.STORAGE,
            Settings.MOUNT,
            Settings.PERMISSION,
            Settings.LABEL,
            Settings.ANNOTATION);

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
