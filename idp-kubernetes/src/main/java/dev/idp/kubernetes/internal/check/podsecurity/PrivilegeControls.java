package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;

/** What containers may do beyond what their user may. */
final class PrivilegeControls {

    private PrivilegeControls() {}

    static Rule<ObjectSet> privileged() {
        return Level.BASELINE
                .rule("privileged", "a privileged container is root on its node")
                .fix("leave it out, and add the capability that is needed")
                .must(
                        Condition.eachContainer(
                                Condition.field("securityContext", "privileged").isNotTrue()),
                        "it is privileged");
    }

    static Rule<ObjectSet> escalation(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("privilege-escalation", "a program with the set-user-ID bit makes root of anybody")
                .fix("set allowPrivilegeEscalation to false; sudo and the like stop working")
                .must(
                        Condition.eachContainer(Condition.anyOf(
                                Condition.ofPod(PodForms.areOfWindows(version)),
                                Condition.field("securityContext", "allowPrivilegeEscalation")
                                        .isFalse())),
                        "it may gain privileges");
    }
}
