package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.Pod;

/** Pods on which some controls make no demand. */
final class PodForms {

    private PodForms() {}

    /** What Windows does not have, a pod for Windows may not say: since 1.25 nobody asks it to. */
    static boolean isWindows(Pod pod, KubernetesVersion version) {
        return PodSecurityStandard.isSince(version, 25)
                && pod.spec().at("os", "name").text().filter("windows"::equals).isPresent();
    }

    /** Root in a user namespace is nobody on the node: some controls know that since 1.35. */
    static boolean hasUserNamespace(Pod pod, KubernetesVersion version) {
        return PodSecurityStandard.isSince(version, 35)
                && pod.spec().get("hostUsers").isFalse();
    }
}
