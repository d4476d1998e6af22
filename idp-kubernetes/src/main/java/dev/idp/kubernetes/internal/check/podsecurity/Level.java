package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.RuleDraft;
import dev.idp.policy.Severity;

/** The levels of the standard that forbid anything. */
enum Level {
    /** What lets a pod take over its node. */
    BASELINE(Severity.ERROR),
    /** What hardened pods do without. */
    RESTRICTED(Severity.WARNING);

    private static final String LINK = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#";

    private final Severity severity;

    Level(Severity severity) {
        this.severity = severity;
    }

    /** How much it matters when something is forbidden at this level, and at none before it. */
    Severity severity() {
        return severity;
    }

    RuleDraft<ObjectSet, Pod, ManifestFindings> rule(String id, String because) {
        return ManifestRules.forPods("pod-security-" + id)
                .because(because)
                .severity(severity)
                .link(LINK + (this == BASELINE ? "baseline" : "restricted"));
    }
}
