package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;

/** How much of the kernel containers see under /proc. */
final class ProcMountControls {

    private static final String BECAUSE = "parts of /proc tell and change what is the node's";
    private static final String FIX = "leave procMount out";

    private ProcMountControls() {}

    static Rule<ObjectSet> baseline(KubernetesVersion version) {
        return Level.BASELINE.rule("proc-mount", BECAUSE).fix(FIX).check((pod, found) -> {
            if (!PodForms.haveUserNamespace(version).test(pod)) {
                unmasked(pod, found, Level.BASELINE);
            }
        });
    }

    static Rule<ObjectSet> restricted(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("proc-mount-restricted", BECAUSE)
                .severity(Severity.ERROR)
                .fix(FIX)
                .check((pod, found) -> unmasked(
                        pod, found, PodForms.haveUserNamespace(version).test(pod) ? Level.RESTRICTED : Level.BASELINE));
    }

    private static void unmasked(Pod pod, ManifestFindings found, Level level) {
        SecurityContext.ofContainers(pod, found).forEach(context -> {
            Field mount = context.at("procMount");
            if (mount.isPresent() && mount.text().filter("Default"::equals).isEmpty()) {
                context.found()
                        .add(
                                level.severity(),
                                mount,
                                "its /proc is mounted as " + mount.scalar().orElse(""),
                                FIX);
            }
        });
    }
}
