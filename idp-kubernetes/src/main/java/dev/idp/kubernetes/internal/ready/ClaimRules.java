package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.util.List;

/** Claims on volumes. */
final class ClaimRules {

    /**
     * Set when somebody starts to provide the volume: at once if it is bound immediately, and else when the scheduler has
     * chosen a node for the first pod.
     */
    private static final List<String> BEING_PROVIDED = List.of(
            "volume.kubernetes.io/storage-provisioner",
            "volume.beta.kubernetes.io/storage-provisioner",
            "volume.kubernetes.io/selected-node");

    private ClaimRules() {}

    static Status claim(Subject subject) {
        String phase = subject.status("phase").text("");
        if (phase.equals("Bound")) {
            return Status.current("it is bound to a volume");
        }
        if (subject.by(Part.UNCLAIMED_VOLUMES)) {
            if (phase.equals("Lost")) {
                return Status.failed("ClaimLost", "the volume that it was bound to is gone");
            }
            if (phase.equals("Pending") && !isBeingProvided(subject.object())) {
                return Status.current("nobody provides its volume before a pod wants it");
            }
        }
        return Status.inProgress(
                "NotBound", phase.isEmpty() ? "it is not bound to a volume" : "its phase is " + phase + ", not Bound");
    }

    private static boolean isBeingProvided(Value claim) {
        Value annotations = claim.at("metadata", "annotations");
        return BEING_PROVIDED.stream()
                .anyMatch(annotation -> annotations.at(annotation).isThere());
    }
}
