package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** Pods that are alike: Deployments, and the ReplicaSets that they are made of. */
final class DeploymentRules {

    /** What controllers take for "never" where no deadline is set. */
    private static final long NO_DEADLINE = Integer.MAX_VALUE;

    private DeploymentRules() {}

    static Status deployment(Subject subject) {
        // Without a deadline the controller never says that it makes progress.
        boolean progresses = subject.spec("progressDeadlineSeconds").number(NO_DEADLINE) == NO_DEADLINE;
        for (Condition condition : subject.conditions()) {
            if (condition.is("Progressing") && condition.reason().equals("ProgressDeadlineExceeded")) {
                return Status.failed(
                        "ProgressDeadlineExceeded",
                        condition.messageOr("it made no progress within its progressDeadlineSeconds"));
            }
            progresses |= condition.is("Progressing")
                    && condition.isTrue()
                    && condition.reason().equals("NewReplicaSetAvailable");
        }
        long wanted = subject.spec("replicas").number(1);
        long made = subject.count("replicas");
        long updated = subject.count("updatedReplicas");
        long available = subject.count("availableReplicas");
        long ready = subject.count("readyReplicas");
        if (wanted > made) {
            return Counts.fewer("LessReplicas", made, wanted, "created");
        }
        if (wanted > updated) {
            return Counts.fewer("LessUpdated", updated, wanted, "of the new revision");
        }
        if (made > wanted) {
            return Counts.extra(made - wanted);
        }
        if (updated > available) {
            return Counts.fewer("LessAvailable", available, updated, "available");
        }
        if (wanted > ready) {
            return Counts.fewer("LessReady", ready, wanted, "ready");
        }
        if (!progresses) {
            return Status.inProgress(
                    "ReplicaSetNotAvailable",
                    subject.spec("paused").isTrue()
                            ? "its roll-out is paused"
                            : "its controller has not said yet that the new revision is available");
        }
        return subject.isTrue("Available")
                ? Counts.all(made, "available")
                : Status.inProgress(
                        "DeploymentNotAvailable", "its controller has not said yet that enough pods are available");
    }

    static Status replicaSet(Subject subject) {
        for (Condition condition : subject.conditions()) {
            if (condition.is("ReplicaFailure") && condition.isTrue()) {
                return Status.inProgress("ReplicaFailure", condition.messageOr("pods cannot be created or deleted"));
            }
        }
        long wanted = subject.spec("replicas").number(1);
        long labelled = subject.count("fullyLabeledReplicas");
        long available = subject.count("availableReplicas");
        long ready = subject.count("readyReplicas");
        long made = subject.count("replicas");
        if (wanted > labelled) {
            return Counts.fewer("LessLabelled", labelled, wanted, "created with its labels");
        }
        if (wanted > available) {
            return Counts.fewer("LessAvailable", available, wanted, "available");
        }
        if (wanted > ready) {
            return Counts.fewer("LessReady", ready, wanted, "ready");
        }
        return made > wanted ? Counts.extra(made - wanted) : Counts.all(made, "available");
    }
}
