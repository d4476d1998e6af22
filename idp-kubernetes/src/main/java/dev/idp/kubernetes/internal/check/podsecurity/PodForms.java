package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.KubernetesVersion;

/** Pods on which some controls make no demand. */
final class PodForms {

    private PodForms() {}

    /** What Windows does not have, a pod for Windows may not say: since 1.25 nobody asks it to. */
    static Condition<HasFields> areOfWindows(KubernetesVersion version) {
        return since(25, version, Condition.field("os", "name").is("windows"));
    }

    /** Root in a user namespace is nobody on the node: some controls know that since 1.35. */
    static Condition<HasFields> haveUserNamespace(KubernetesVersion version) {
        return since(35, version, Condition.field("hostUsers").isFalse());
    }

    private static Condition<HasFields> since(int minor, KubernetesVersion version, Condition<HasFields> condition) {
        return PodSecurityStandard.isSince(version, minor) ? condition : Condition.anyOf();
    }
}
