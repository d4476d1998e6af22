package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Binds the edits that a plan names, and applies them to what was generated. */
final class Edits {

    private Edits() {}

    /**
     * Tries every edit, so that a faulty one is found before anything is written.
     *
     * @param environment the plan
     * @throws PlatformException if an edit cannot be applied
     */
    static void check(EnvironmentPlan environment) {
        List<Problem> problems = new ArrayList<>();
        Rendering rendering = new Rendering(environment, false);
        for (ServicePlan service : environment.services()) {
            if (of(service).findAny().isPresent()) {
                try {
                    rendering.service(service);
                } catch (Refused refused) {
                    problems.add(refused.at(service.name(), environment.name()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PlatformException(environment.platform().get(), List.of(environment.name()), problems);
        }
    }

    private static Stream<Decision<Extension>> of(ServicePlan service) {
        return service.entries(Settings.EXTENSION).values().stream()
                .filter(extension -> extension.get().backend().equals(Kubernetes.ID));
    }

    static void apply(ServicePlan service, List<RenderedObject> objects) {
        of(service).forEach(extension -> {
            if (!(extension.get() instanceof KubernetesEdit<?> edit)) {
                throw new Refused(
                        extension,
                        "extension '" + extension.get().id() + "' is not bound to code",
                        "render the plan of the program, or bind it with Kubernetes.edit(...)");
            }
            List<RenderedObject> fitting = objects.stream()
                    .filter(rendered -> edit.fits(rendered.object()))
                    .toList();
            if (fitting.isEmpty()) {
                throw new Refused(
                        extension,
                        "edit '" + edit.id() + "' found no " + edit.type().getSimpleName() + " to change",
                        "remove it, or say it only where there is one");
            }
            fitting.forEach(rendered -> apply(edit, extension, rendered));
        });
    }

    private static void apply(KubernetesEdit<?> edit, Decision<?> said, RenderedObject rendered) {
        HasMetadata object = rendered.object();
        String reference = rendered.reference();
        RecordingTrace trace = rendered.trace();
        JsonNode before = trace == null ? null : Serialization.tree(object);
        try {
            edit.apply(object);
        } catch (RuntimeException thrown) {
            throw new Refused(
                    said,
                    "edit '" + edit.id() + "' of " + reference + " failed at " + Origin.of(thrown) + ": " + thrown,
                    "mend the edit");
        }
        if (!rendered.reference().equals(reference)) {
            throw new Refused(
                    said,
                    "edit '" + edit.id() + "' renames " + reference + " to " + rendered.reference(),
                    "keep the name: other objects refer to it");
        }
        if (trace != null && before != null) {
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
            if (!after.containsKey(pointer)) {
                trace.absent(pointer, "an edit removed it", said);
            }
        });
    }

    /** Thrown while one service is rendered, caught where all of them are. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Source source;
        private final String fix;

        Refused(Decision<?> said, String message, String fix) {
            super(message, null, false, false);
            this.source = said.winner().orElseThrow().source();
            this.fix = fix;
        }

        Problem at(String service, String environment) {
            return Problem.of(service, environment, Objects.requireNonNull(getMessage()))
                    .cite("said", source)
                    .fix(fix);
        }
    }
}
