package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** Rules on what processes may do to their machine. */
final class PrivilegeRules {

    private PrivilegeRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(runsAsRoot());
    }

    private static Rule<EnvironmentPlan> runsAsRoot() {
        return Rules.forWorkloads("runs-as-root")
                .because("who breaks out of a container as root is root on the machine")
                .fix("let the image run as another user, and remove runAsRoot(...)")
                .link("https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted")
                .check((workload, findings) -> workload.get(Settings.NON_ROOT)
                        .filter(restriction -> !restriction.holds())
                        .ifPresent(lifted -> findings.add(
                                findings.environment().tier() == Tier.PRODUCTION ? Severity.WARNING : Severity.INFO,
                                workload.decision(Settings.NON_ROOT),
                                "it may run as root, because " + lifted.because())));
    }
}
