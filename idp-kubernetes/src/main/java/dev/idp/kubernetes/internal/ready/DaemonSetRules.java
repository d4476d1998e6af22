package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** A pod on every node: DaemonSets, of which nobody knows how many pods they want before their controller has looked. */
final class DaemonSetRules {

    private static final long UNKNOWN = -1;

    private DaemonSetRules() {}

    static Status daemonSet(Subject subject) {
        if (subject.generation().isEmpty()) {
            return Status.inProgress("NoGeneration", "it has no generation yet");
        }
        if (subject.status("observedGeneration").generation().isEmpty()) {
            return Status.inProgress("NoObservedGeneration", "its controller has not seen it yet");
        }
        long wanted = subject.status("desiredNumberScheduled").number(UNKNOWN);
        if (wanted == UNKNOWN) {
            return Status.inProgress("NoDesiredNumber", "its controller has not counted the nodes yet");
        }
        long there = subject.count("currentNumberScheduled");
        if (wanted > there) {
            return Counts.fewer("LessCurrent", there, wanted, "created");
        }
        boolean byHand = subject.by(Part.PODS_REPLACED_BY_HAND)
                && subject.spec("updateStrategy", "type").text("").equals("OnDelete");
        long updated = subject.count("updatedNumberScheduled");
        if (wanted > updated && !byHand) {
            return Counts.fewer("LessUpdated", updated, wanted, "of the new revision");
        }
        long available = subject.count("numberAvailable");
        if (wanted > available) {
            return Counts.fewer("LessAvailable", available, wanted, "available");
        }
        long ready = subject.count("numberReady");
        return wanted > ready
                ? Counts.fewer("LessReady", ready, wanted, "ready")
                : Counts.all(wanted, byHand ? "available, and replaced by hand" : "available");
    }
}
