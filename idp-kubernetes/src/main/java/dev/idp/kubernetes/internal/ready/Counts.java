package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** What is said of pods that are missing, or too many. */
final class Counts {

    private Counts() {}

    static Status fewer(String reason, long there, long wanted, String what) {
        return Status.inProgress(reason, there + " of " + wanted + (wanted == 1 ? " pod is " : " pods are ") + what);
    }

    static Status extra(long pods) {
        return Status.inProgress(
                "ExtraPods", pods + (pods == 1 ? " pod is" : " pods are") + " still to go beyond those wanted");
    }

    static Status all(long pods, String what) {
        return Status.current(
                switch ((int) Math.max(-1, Math.min(pods, 2))) {
                    case 0 -> "no pods are wanted, and there are none";
                    case 1 -> "its pod is " + what;
                    default -> "all " + pods + " pods are " + what;
                });
    }
}
