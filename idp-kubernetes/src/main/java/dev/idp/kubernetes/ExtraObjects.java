package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Flaw;
import dev.idp.explain.Decision;
import dev.idp.explain.Origin;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the objects that one extension adds: as the user's code returns them, with what every object has. */
final class ExtraObjects {

    private final Attachment attachment;
    private final Decision<Extension> said;
    private final Making making;
    private final boolean traced;
    private final Fault.Found faults;

    ExtraObjects(Attachment attachment, Decision<Extension> said, Making making, boolean traced, Fault.Found faults) {
        this.attachment = attachment;
        this.said = said;
        this.making = making;
        this.traced = traced;
        this.faults = faults;
    }

    List<RenderedObject> make() {
        List<RenderedObject> made = new ArrayList<>();
        List<? extends @Nullable HasMetadata> objects = returned();
        for (int i = 0; i < objects.size(); i++) {
            make(objects.get(i), i + 1).ifPresent(made::add);
        }
        return made;
    }

    private List<? extends @Nullable HasMetadata> returned() {
        try {
            List<? extends @Nullable HasMetadata> objects = making.code().get();
            if (objects != null) {
                return new ArrayList<>(objects);
            }
            fault(making.title() + " are null instead of a list", "return an empty list where there is nothing to add");
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            fault(making.title() + " failed at " + Origin.of(thrown) + ": " + thrown, "mend the function");
        }
        return List.of();
    }

    private Optional<RenderedObject> make(@Nullable HasMetadata object, int place) {
        if (object == null) {
            fault("object " + place + " of " + making.name() + " is null", "leave it out of the list");
            return Optional.empty();
        }
        JsonNode tree;
        HasMetadata copy;
        try {
            tree = Serialization.tree(object);
            copy = Serialization.copy(tree, object.getClass());
        } catch (JsonProcessingException | IllegalArgumentException | StackOverflowError unwritable) {
            fault(
                    "object " + place + " of " + making.name() + " cannot be written and read back as a "
                            + object.getClass().getName(),
                    "make it of a class of Fabric8, GenericKubernetesResource for what has none");
            return Optional.empty();
        }
        boolean isNamespaced = making.isNamespaced(object);
        List<Flaw> flaws = ObjectFlaws.of(tree, isNamespaced);
        flaws.forEach(flaw -> fault(
                nameOf(tree).orElse("object " + place) + " of " + making.name() + " " + flaw.message(), flaw.fix()));
        return flaws.isEmpty() ? Optional.of(complete(copy, tree, isNamespaced)) : Optional.empty();
    }

    private static Optional<String> nameOf(JsonNode tree) {
        String kind = tree.path("kind").asText();
        String name = tree.at("/metadata/name").asText();
        return kind.isEmpty() || name.isEmpty() ? Optional.empty() : Optional.of(kind + "/" + name);
    }

    /** Adds what every object has, to a copy: the user's code may return the same object each time. */
    private RenderedObject complete(HasMetadata object, JsonNode tree, boolean isNamespaced) {
        RecordingTrace recording = traced ? new RecordingTrace() : null;
        Trace trace = recording == null ? Trace.OFF : recording;
        ObjectMeta meta = object.getMetadata();
        meta.setLabels(labels(trace.at("/metadata/labels"), meta.getLabels(), object));
        if (isNamespaced && isBlank(meta.getNamespace())) {
            meta.setNamespace(trace.value("/metadata/namespace", making.home()));
        }
        if (recording != null) {
            // Last, since what the user says stays.
            Decision<?>[] because = making.because().toArray(Decision<?>[]::new);
            Pointers.leaves(tree).keySet().forEach(pointer -> {
                recording.cite(pointer, said);
                recording.rule(pointer, "", because);
            });
        }
        return new RenderedObject(
                object,
                attachment.workload().map(WorkloadPlan::name).orElse(null),
                FileNames.ofExtra(object, attachment),
                recording,
                new RenderedObject.Extra(attachment, said));
    }

    /** A pod with a workload's name would get the workload's requests. */
    private Map<String, String> labels(Trace trace, @Nullable Map<String, String> own, HasMetadata object) {
        EnvironmentPlan environment = attachment.environment();
        Map<String, String> labels = attachment
                .workload()
                .filter(workload -> !object.getKind().equals("Pod"))
                .map(workload -> Facets.labels(trace, workload, environment))
                .orElseGet(() -> Facets.labels(trace, environment));
        if (own != null) {
            labels.putAll(own);
        }
        return labels;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void fault(String message, String fix) {
        faults.add(new Fault(attachment, said, message, fix));
    }
}
