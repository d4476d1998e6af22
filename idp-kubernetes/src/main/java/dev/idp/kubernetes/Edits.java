package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Decision;
import dev.idp.explain.Origin;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** Applies one edit to what was generated, and becomes the origin of what it changes. */
final class Edits {

    private final Attachment attachment;
    private final Decision<Extension> said;
    private final Fault.Found faults;

    Edits(Attachment attachment, Decision<Extension> said, Fault.Found faults) {
        this.attachment = attachment;
        this.said = said;
        this.faults = faults;
    }

    void apply(KubernetesEdit<?> edit, List<RenderedObject> objects) {
        List<RenderedObject> fitting = objects.stream()
                .filter(rendered -> edit.fits(rendered.object()))
                .toList();
        if (fitting.isEmpty()) {
            fault(
                    "edit '" + edit.id() + "' found no " + edit.type().getSimpleName() + " to change",
                    "remove it, or say it only where there is one");
        }
        fitting.forEach(rendered -> apply(edit, rendered));
    }

    private void fault(String message, String fix) {
        faults.add(new Fault(attachment, said, message, fix));
    }

    private void apply(KubernetesEdit<?> edit, RenderedObject rendered) {
        HasMetadata object = rendered.object();
        String reference = rendered.reference();
        RecordingTrace trace = rendered.trace();
        JsonNode before = trace == null ? null : Serialization.tree(object);
        try {
            edit.apply(object);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            fault(
                    "edit '" + edit.id() + "' of " + reference + " failed at " + Origin.of(thrown) + ": " + thrown,
                    "mend the edit");
            return;
        }
        String now = object.getMetadata() == null ? "nothing" : rendered.reference();
        if (!now.equals(reference)) {
            fault(
                    "edit '" + edit.id() + "' renames " + reference + " to " + now,
                    "keep the name: other objects refer to it");
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
}
