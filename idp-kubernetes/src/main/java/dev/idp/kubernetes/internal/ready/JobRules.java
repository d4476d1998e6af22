package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** Jobs, which to some are ready when they run and to others when they have ended. */
final class JobRules {

    private JobRules() {}

    static Status job(Subject subject) {
        boolean toTheEnd = subject.by(Part.COMPLETED_JOBS);
        boolean suspended = subject.spec("suspend").isTrue();
        long succeeded = subject.count("succeeded");
        long failed = subject.count("failed");
        long wanted =
                subject.spec("completions").number(subject.spec("parallelism").number(1));
        for (Condition condition : subject.conditions()) {
            if (!condition.isTrue()) {
                continue;
            }
            if (condition.is("Complete")) {
                return Status.current("it is complete: " + succeeded + " of " + wanted + " pods ended well");
            }
            if (condition.is("Failed") || (toTheEnd && condition.is("FailureTarget"))) {
                return Status.failed(
                        "JobFailed",
                        condition.messageOr("it has failed") + " (" + failed + (failed == 1 ? " pod" : " pods")
                                + " failed)");
            }
            if (condition.is("Suspended") && suspended && !toTheEnd) {
                return Status.current("it is suspended");
            }
        }
        if (toTheEnd && suspended) {
            return Status.inProgress("JobSuspended", "it is suspended");
        }
        if (subject.status("startTime").text("").isEmpty()) {
            return Status.inProgress("JobNotStarted", "it has not started");
        }
        String progress = succeeded + " of " + wanted + " pods ended well, " + subject.count("active") + " active, "
                + failed + " failed";
        return toTheEnd
                ? Status.inProgress("JobNotComplete", "it is not complete: " + progress)
                : Status.current("it runs: " + progress);
    }
}
