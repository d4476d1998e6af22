package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Binds the edits that a plan names, and applies them to what was generated. */
final class Edits {

    private Edits() {}

    /**
     * Tries every edit, so that a faulty one is found before anything is written.
     *
     * @param environment the plan
     * @param faulty the names of workloads that cannot be rendered anyway
     * @return what is wrong with edits that cannot be applied
     */
    static List<Problem> problems(EnvironmentPlan environment, Set<String> faulty) {
        List<Problem> problems = new ArrayList<>();
        Rendering rendering = new Rendering(environment, false);
        for (WorkloadPlan workload : environment.workloads()) {
            if (!faulty.contains(workload.name()) && of(workload).findAny().isPresent()) {
                try {
                    rendering.workload(workload);
                } catch (Refused refused) {
                    refused.faults.forEach(fault -> problems.add(fault.at(workload.name(), environment.name())));
                }
            }
        }
        return problems;
    }

    private static Stream<Decision<Extension>> of(WorkloadPlan workload) {
        return workload.entries(Settings.EXTENSION).values().stream()
                .filter(extension -> extension.get().backend().equals(Kubernetes.ID));
    }

    static void apply(WorkloadPlan workload, List<RenderedObject> objects) {
        List<Fault> faults = new ArrayList<>();
        of(workload).forEach(extension -> apply(extension, objects, faults));
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static void apply(Decision<Extension> extension, List<RenderedObject> objects, List<Fault> faults) {
        if (!(extension.get() instanceof KubernetesEdit<?> edit)) {
            faults.add(Fault.of(
                    extension,
                    "extension '" + extension.get().id() + "' is not bound to code",
                    "render the plan of the program, or bind it with Kubernetes.edit(...)"));
            return;
        }
        List<RenderedObject> fitting = objects.stream()
                .filter(rendered -> edit.fits(rendered.object()))
                .toList();
        if (fitting.isEmpty()) {
            faults.add(Fault.of(
                    extension,
                    "edit '" + edit.id() + "' found no " + edit.type().getSimpleName() + " to change",
                    "remove it, or say it only where there is one"));
        }
        fitting.forEach(rendered -> apply(edit, extension, rendered, faults));
    }

    private static void apply(KubernetesEdit<?> edit, Decision<?> said, RenderedObject rendered, List<Fault> faults) {
        HasMetadata object = rendered.object();
        String reference = rendered.reference();
        RecordingTrace trace = rendered.trace();
        JsonNode before = trace == null ? null : Serialization.tree(object);
        try {
            edit.apply(object);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            faults.add(Fault.of(
                    said,
                    "edit '" + edit.id() + "' of " + reference + " failed at " + Origin.of(thrown) + ": " + thrown,
                    "mend the edit"));
            return;
        }
        String now = object.getMetadata() == null ? "nothing" : rendered.reference();
        if (!now.equals(reference)) {
            faults.add(Fault.of(
                    said,
                    "edit '" + edit.id() + "' renames " + reference + " to " + now,
                    "keep the name: other objects refer to it"));
        } else if (trace != null && before != null) {
            cite(trace, said, Pointers.leaves(before), Pointers.leaves(Serialization.tree(object)));
        }
    }

    private static void cite(
            RecordingTrace trace,
            Decision<?> said,
            SortedMap<String, JsonNode> before,
            SortedMap<String, JsonNode> after) {
        after.forEach((pointer, value) -> {
            if (!Objects.equals(before.get(pointer), value)) {
                trace.cite(pointer, said);
            }
        });
        before.keySet().forEach(pointer -> {
            if (!isThere(pointer, after)) {
                trace.absent(topmostGone(pointer, after), "an edit removed it", said);
            }
        });
    }

    /** What holds a removed leaf may be gone as well. */
    private static String topmostGone(String pointer, SortedMap<String, JsonNode> leaves) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return parent.isEmpty() || isThere(parent, leaves) ? pointer : topmostGone(parent, leaves);
    }

    private static boolean isThere(String pointer, SortedMap<String, JsonNode> leaves) {
        return leaves.containsKey(pointer)
                || !leaves.subMap(pointer + "/", pointer + "0").isEmpty();
    }

    /** What is wrong with one edit. */
    private record Fault(Source source, String message, String fix) {

        static Fault of(Decision<?> said, String message, String fix) {
            return new Fault(said.winner().orElseThrow().source(), message, fix);
        }

        Problem at(String workload, String environment) {
            return Problem.of(workload, environment, message)
                    .cite("said", source)
                    .fix(fix);
        }
    }

    /** Thrown while one workload is rendered, caught where all of them are. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Refused(List<Fault> faults) {
            super(faults.get(0).message(), null, false, false);
            this.faults = faults;
        }
    }
}
