package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pods, by their phase. */
final class PodRules {

    /** How long a pod may be without a node before that counts. */
    private static final Duration SCHEDULING = Duration.ofSeconds(15);

    private PodRules() {}

    static Status pod(Subject subject) {
        String phase = subject.status("phase").text("");
        return switch (phase) {
            case "Succeeded" -> Status.current("it has ended well");
            case "Failed" -> failed(subject);
            case "Running" -> running(subject);
            case "Pending" -> pending(subject);
            case "" -> Status.inProgress("PodNotObserved", "no node and no scheduler has seen it yet");
            default -> Status.inProgress("PodPhaseUnknown", "its phase is " + phase);
        };
    }

    private static Status failed(Subject subject) {
        if (!subject.by(Part.FAILED_PODS)) {
            return Status.current("it has ended, and not well");
        }
        String reason = subject.status("reason").text("");
        String message = subject.status("message").text("");
        return Status.failed(
                reason.isEmpty() ? "PodFailed" : reason, message.isBlank() ? "it has ended, and not well" : message);
    }

    private static Status running(Subject subject) {
        if (subject.isTrue("Ready")) {
            return Status.current("it is ready");
        }
        String crashing = subject.status("containerStatuses").items().stream()
                .filter(container ->
                        container.at("state", "waiting", "reason").text("").equals("CrashLoopBackOff"))
                .map(container -> container.at("name").text(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return crashing.isEmpty()
                ? Status.inProgress("PodRunningNotReady", "it runs, and is not ready")
                : Status.failed("ContainerCrashLooping", "it crashes again and again in " + crashing);
    }

    private static Status pending(Subject subject) {
        Optional<Condition> unscheduled = subject.conditions().stream()
                .filter(condition -> condition.is("PodScheduled") && condition.isFalse())
                .findFirst()
                .filter(condition -> condition.reason().equals("Unschedulable"));
        if (unscheduled.isEmpty()) {
            return Status.inProgress("PodPending", "its containers are not started yet");
        }
        String why = unscheduled.get().messageOr("no node takes it");
        return isNew(subject) ? Status.inProgress("PodNotScheduled", why) : Status.failed("PodUnschedulable", why);
    }

    private static boolean isNew(Subject subject) {
        return subject.object()
                .at("metadata", "creationTimestamp")
                .time()
                .map(created -> Duration.between(created, subject.now()).compareTo(SCHEDULING) < 0)
                .orElse(false);
    }
}
