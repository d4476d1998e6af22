package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Decision;
import dev.idp.explain.Demand;
import dev.idp.explain.Origin;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;

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
        boolean found = false;
        for (int i = 0; i < objects.size(); i++) {
            if (edit.fits(objects.get(i).object())) {
                found = true;
                objects.set(i, apply(edit, objects.get(i)));
            }
        }
        if (!found) {
            fault(
                    "edit '" + edit.id() + "' found no " + edit.what() + " to change",
                    attachment.isEnvironment()
                            ? "remove it, or say it in defaults(...) if it is meant for workloads"
                            : "remove it, or say it only where there is one");
        }
    }

    private void fault(String message, String fix) {
        faults.add(new Fault(attachment, said, message, fix));
    }

    private RenderedObject apply(KubernetesEdit<?> edit, RenderedObject rendered) {
        String reference = rendered.reference();
        RecordingTrace trace = rendered.trace();
        JsonNode before = trace == null ? null : Serialization.tree(rendered.object());
        RenderedObject edited;
        try {
            edited = rendered.with(edit.apply(rendered.object()));
        } catch (KubernetesEdit.LostException lost) {
            fault(
                    "edit '" + edit.id() + "' of " + reference + " says what the object cannot hold: "
                            + lost.getMessage(),
                    "mend the edit");
            return rendered;
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            fault(
                    "edit '" + edit.id() + "' of " + reference + " failed at " + Origin.of(thrown) + ": " + thrown,
                    "mend the edit");
            return rendered;
        }
        HasMetadata object = edited.object();
        boolean isNothing = object.getMetadata() == null || object.getApiVersion() == null;
        String now = isNothing ? "nothing" : edited.reference();
        if (!now.equals(reference)) {
            fault(
                    "edit '" + edit.id() + "' renames " + reference + " to " + now,
                    "keep the name: other objects refer to it");
        } else if (holdsSecret(object)) {
            fault(
                    "edit '" + edit.id() + "' puts values into " + reference
                            + ", which would stand in files for all to read",
                    "refer to a secret that exists, or add what makes one from a store");
        } else if (trace != null && before != null) {
            Difference difference = Difference.between(before, Serialization.tree(object));
            new BrokenMandates(attachment, trace)
                    .of(difference)
                    .forEach((demand, pointers) -> fault(edit, reference, demand, pointers));
            difference.cite(trace, said);
        }
        return edited;
    }

    private void fault(KubernetesEdit<?> edit, String reference, Demand demand, Collection<String> pointers) {
        boolean canBeWaived = !demand.id().isEmpty();
        faults.add(new Fault(
                attachment,
                said,
                "edit '" + edit.id() + "' of " + reference + " changes " + String.join(", ", pointers) + ", which "
                        + (canBeWaived ? "mandate '" + demand.id() + "'" : "a mandate") + " holds",
                demand.source(),
                canBeWaived ? "remove the edit, or say waives(\"" + demand.id() + "\", ...)" : "remove the edit"));
    }

    private static boolean holdsSecret(HasMetadata object) {
        return object.getKind().equals("Secret") && ObjectFlaws.holdsSecret(Serialization.tree(object));
    }
}
