package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
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
                .check((pod, found) -> SecurityContext.ofContainers(pod, found).forEach(context -> {
                    Field privileged = context.at("privileged");
                    if (privileged.isTrue()) {
                        context.found().add(privileged, "it is privileged");
                    }
                }));
    }

    static Rule<ObjectSet> escalation(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("privilege-escalation", "a program with the set-user-ID bit makes root of anybody")
                .fix("set allowPrivilegeEscalation to false; sudo and the like stop working")
                .check((pod, found) -> {
                    if (PodForms.isWindows(pod, version)) {
                        return;
                    }
                    SecurityContext.ofContainers(pod, found).forEach(context -> {
                        Field escalation = context.at("allowPrivilegeEscalation");
                        if (!escalation.isFalse()) {
                            context.found().add(escalation, "it may gain privileges");
                        }
                    });
                });
    }
}
