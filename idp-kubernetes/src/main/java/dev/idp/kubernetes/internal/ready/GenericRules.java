package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.util.Optional;
import java.util.OptionalLong;

/** What holds for kinds of which nothing else is known, and for all others first. */
final class GenericRules {

    private GenericRules() {}

    /** What decides before a kind's own rule is asked; empty if nothing does. */
    static Optional<Status> first(Subject subject) {
        Optional<Status> unseen = unseen(subject);
        return unseen.isPresent() ? unseen : standard(subject);
    }

    static Optional<Status> unseen(Subject subject) {
        OptionalLong generation = subject.generation();
        OptionalLong seen = subject.status("observedGeneration").generation();
        if (generation.isEmpty() || seen.isEmpty() || generation.getAsLong() == seen.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(Status.inProgress(
                "LatestGenerationNotObserved",
                "its controller has seen generation " + seen.getAsLong() + ", and it is of " + generation.getAsLong()));
    }

    private static Optional<Status> standard(Subject subject) {
        for (Condition condition : subject.conditions()) {
            boolean reconciles = condition.is("Reconciling");
            if ((!reconciles && !condition.is("Stalled")) || !condition.isTrue()) {
                continue;
            }
            if (subject.by(Part.FRESH_CONDITIONS) && subject.isOutdated(condition)) {
                return Optional.of(subject.outdated(condition));
            }
            return Optional.of(
                    reconciles
                            ? Status.inProgress(
                                    condition.reasonOr("Reconciling"),
                                    condition.messageOr("its controller is working on it"))
                            : Status.failed(
                                    condition.reasonOr("Stalled"), condition.messageOr("its controller has given up")));
        }
        return Optional.empty();
    }

    /** A kind that says it by the condition {@code Ready}, or not at all. */
    static Status ready(Subject subject) {
        for (Condition condition : subject.conditions()) {
            if (!condition.is("Ready")) {
                continue;
            }
            if (subject.by(Part.FRESH_CONDITIONS) && subject.isOutdated(condition)) {
                return subject.outdated(condition);
            }
            switch (condition.status()) {
                case "True" -> {
                    return Status.current("its condition Ready is True");
                }
                case "False", "Unknown" -> {
                    return Status.inProgress(
                            condition.reasonOr("NotReady"),
                            condition.messageOr("its condition Ready is " + condition.status()));
                }
                default -> {
                    // Neither yes nor no: it is read as if it were not there.
                }
            }
        }
        return Status.current("it says nothing of not being ready");
    }
}
