package dev.idp.kubernetes;

import dev.idp.EnvironmentSettings;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.kubernetes.internal.render.PodsBehind;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Finds the extensions that a plan names for this backend, and runs them on what was generated. */
final class Extensions {

    private final boolean traced;
    private final Fault.Found faults = new Fault.Found();

    Extensions(boolean traced) {
        this.traced = traced;
    }

    /**
     * Tries every extension, so that a faulty one is found before anything is written.
     *
     * @param environment the plan
     * @param faulty the names of workloads that cannot be rendered anyway
     * @return what is wrong with extensions
     */
    static List<Problem> problems(EnvironmentPlan environment, Set<String> faulty) {
        List<Problem> problems = new ArrayList<>();
        Rendering rendering = new Rendering(environment, false);
        Rendering traced = new Rendering(environment, true);
        SameNames names = new SameNames(environment);
        Set<String> refused = withWaiting(faulty, environment);
        boolean ofEnvironment = !of(environment).isEmpty()
                || environment.resources().stream()
                        .anyMatch(resource -> !of(resource).isEmpty());
        boolean sound = !ofEnvironment || attempt(traced::environment, names, problems);
        for (WorkloadPlan workload : environment.workloads()) {
            if (!refused.contains(workload.name())
                    && (!of(workload).isEmpty()
                            || KubernetesNamePolicies.objects(workload, environment)
                                    .isPresent())
                    && !attempt(() -> (isHeld(workload) ? traced : rendering).workload(workload), names, problems)) {
                refused.add(workload.name());
            }
        }
        if (names.hasAny()) {
            if (sound) {
                names.compare(rendering.environment());
            }
            environment.workloads().stream()
                    .filter(workload -> !refused.contains(workload.name()))
                    .forEach(workload -> names.compare(workload, rendering.workload(workload)));
        }
        problems.addAll(names.problems());
        return problems;
    }

    /** Pods that wait for a job have its name, so who waits for one that cannot be rendered cannot be either. */
    private static Set<String> withWaiting(Set<String> faulty, EnvironmentPlan environment) {
        Set<String> all = new HashSet<>(faulty);
        boolean grew = !faulty.isEmpty();
        while (grew) {
            grew = false;
            for (WorkloadPlan workload : environment.workloads()) {
                grew |= Facets.waits(workload, environment).keySet().stream()
                                .anyMatch(first -> all.contains(first.name()))
                        && all.add(workload.name());
            }
        }
        return all;
    }

    /** Only where mandates hold something must be known what an edit touches. */
    private static boolean isHeld(WorkloadPlan workload) {
        return workload.decisions().all().stream()
                .anyMatch(decision -> !decision.demands().isEmpty());
    }

    private static boolean attempt(Supplier<List<RenderedObject>> rendering, SameNames names, List<Problem> problems) {
        try {
            names.collect(rendering.get());
            return true;
        } catch (Fault.Refused refused) {
            problems.addAll(refused.problems());
            return false;
        }
    }

    static List<Decision<Extension>> of(WorkloadPlan workload) {
        return ours(workload.entries(Settings.EXTENSION));
    }

    static List<Decision<Extension>> of(EnvironmentPlan environment) {
        return ours(environment.decisions().entries(EnvironmentSettings.EXTENSION));
    }

    static List<Decision<Extension>> of(ResourcePlan resource) {
        return resource.extensions().stream()
                .filter(Extensions::isOurs)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(resource::decision)
                .toList();
    }

    static boolean addAny(WorkloadPlan workload) {
        return of(workload).stream().anyMatch(extension -> extension.get() instanceof MakesObjects);
    }

    private static List<Decision<Extension>> ours(SortedMap<String, Decision<Extension>> said) {
        return said.isEmpty()
                ? List.of()
                : said.values().stream()
                        .filter(extension -> isOurs(extension.get()))
                        .toList();
    }

    private static boolean isOurs(Extension extension) {
        return extension.backend().equals(Kubernetes.ID);
    }

    /** Adds what extensions of the workload add to its objects, and edits all of them. */
    static void run(WorkloadPlan workload, EnvironmentPlan environment, List<RenderedObject> objects, boolean traced) {
        List<Decision<Extension>> said = of(workload);
        Optional<Decision<Extension>> byName = KubernetesNamePolicies.objects(workload, environment);
        if (!said.isEmpty() || byName.isPresent()) {
            Extensions extensions = new Extensions(traced);
            Attachment attachment = Attachment.to(workload, environment);
            byName.ifPresent(policies -> extensions.add(attachment, policies, objects));
            extensions.add(attachment, said, objects);
            extensions.edit(attachment, said, objects);
        }
    }

    /** Adds what extensions of the environment and of its resources add to its objects, and edits all of them. */
    static void run(EnvironmentPlan environment, List<RenderedObject> objects, boolean traced) {
        Extensions extensions = new Extensions(traced);
        List<Decision<Extension>> said = of(environment);
        extensions.add(Attachment.to(environment), said, objects);
        environment
                .resources()
                .forEach(resource -> extensions.add(Attachment.to(resource, environment), of(resource), objects));
        extensions.edit(Attachment.to(environment), said, objects);
    }

    private void add(Attachment attachment, List<Decision<Extension>> said, List<RenderedObject> objects) {
        for (Decision<Extension> extension : said) {
            if (extension.get() instanceof MakesObjects code) {
                add(attachment, extension, code, objects);
            } else if (Facets.read(extension.get())) {
                if (!attachment.isEnvironment()) {
                    faults.add(misplaced(
                            attachment,
                            extension,
                            "about an environment as a whole",
                            "say it in with(...) of environments or of the platform"));
                }
            } else if (extension.get() instanceof PodsBehind) {
                if (attachment.resource().isEmpty()) {
                    faults.add(misplaced(
                            attachment, extension, "about a resource", "let the resource's provisioner attach it"));
                }
            } else if (!(extension.get() instanceof KubernetesEdit<?>)) {
                faults.add(stranger(attachment, extension));
            }
        }
    }

    /** Policies by name are said of an environment, and made for each workload. */
    private void add(Attachment attachment, Decision<Extension> policies, List<RenderedObject> objects) {
        if (policies.get() instanceof KubernetesNamePolicies code) {
            add(attachment, policies, code.of(attachment.workload().orElseThrow(), attachment.environment()), objects);
        }
    }

    private void add(Attachment attachment, Decision<Extension> said, MakesObjects code, List<RenderedObject> objects) {
        for (Making making : code.makings(attachment)) {
            objects.addAll(new ExtraObjects(attachment, said, making, traced, faults).make());
        }
    }

    private static Fault misplaced(Attachment attachment, Decision<Extension> said, String about, String fix) {
        return new Fault(attachment, said, "extension '" + said.get().id() + "' is " + about, fix);
    }

    private static Fault stranger(Attachment attachment, Decision<Extension> said) {
        Extension extension = said.get();
        return extension.isBound()
                ? new Fault(
                        attachment,
                        said,
                        "extension '" + extension.id() + "' is none that Kubernetes understands: "
                                + extension.getClass().getName(),
                        "make it with Kubernetes.edit(...) or Kubernetes.objects(...)")
                : new Fault(
                        attachment,
                        said,
                        "extension '" + extension.id() + "' is not bound to code",
                        "render the plan of the program, or bind it with Kubernetes.edit(...)");
    }

    /** Where objects are missing that could not be made, an edit that finds none is no fault of its own. */
    private void edit(Attachment attachment, List<Decision<Extension>> said, List<RenderedObject> objects) {
        boolean complete = faults.isEmpty();
        for (Decision<Extension> extension : said) {
            if (complete && extension.get() instanceof KubernetesEdit<?> code) {
                new Edits(attachment, extension, faults).apply(code, objects);
            }
        }
        faults.refuseAny();
    }
}
