package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** Pods that have names: StatefulSets, which say nothing by conditions. */
final class StatefulSetRules {

    private static final long NO_PARTITION = -1;

    private StatefulSetRules() {}

    static Status statefulSet(Subject subject) {
        boolean byHand = subject.spec("updateStrategy", "type").text("").equals("OnDelete");
        if (byHand && !subject.by(Part.PODS_REPLACED_BY_HAND)) {
            return Status.current("its pods are replaced by hand");
        }
        long wanted = subject.spec("replicas").number(1);
        long made = subject.count("replicas");
        long ready = subject.count("readyReplicas");
        if (wanted > made) {
            return Counts.fewer("LessReplicas", made, wanted, "created");
        }
        if (wanted > ready) {
            return Counts.fewer("LessReady", ready, wanted, "ready");
        }
        if (made > wanted) {
            return Counts.extra(made - wanted);
        }
        return byHand ? Counts.all(made, "ready, and replaced by hand") : updated(subject, wanted, made);
    }

    private static Status updated(Subject subject, long wanted, long made) {
        long partition =
                subject.spec("updateStrategy", "rollingUpdate", "partition").number(NO_PARTITION);
        long updated = subject.count("updatedReplicas");
        if (partition != NO_PARTITION) {
            return updated < wanted - partition
                    ? Counts.fewer("PartitionRollout", updated, wanted - partition, "of the new revision")
                    : Status.current(
                            updated + " of " + wanted + " pods are of the new revision, as its partition says");
        }
        long current = subject.count("currentReplicas");
        if (wanted > current) {
            return Counts.fewer("LessCurrent", current, wanted, "of the current revision");
        }
        return subject.status("currentRevision")
                        .text("")
                        .equals(subject.status("updateRevision").text(""))
                ? Counts.all(made, "ready")
                : Status.inProgress("RevisionMismatch", "its new revision is not the current one yet");
    }
}
