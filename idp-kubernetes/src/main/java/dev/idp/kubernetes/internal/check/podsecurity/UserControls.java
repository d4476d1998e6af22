package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;

/** As whom containers run. */
final class UserControls {

    private static final String NON_ROOT = "runAsNonRoot";

    private UserControls() {}

    static Rule<ObjectSet> nonRoot(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("run-as-non-root", "root in a container is root on the node for whoever breaks out")
                .fix("set runAsNonRoot to true; an image that runs as root does not start then")
                .check((pod, found) -> {
                    if (!PodForms.hasUserNamespace(pod, version)) {
                        nonRoot(pod, found);
                    }
                });
    }

    private static void nonRoot(Pod pod, ManifestFindings found) {
        Field ofPod = pod.spec().at("securityContext", NON_ROOT);
        if (ofPod.isFalse()) {
            found.add(ofPod, "it says that its containers may run as root");
        }
        SecurityContext.ofContainers(pod, found).forEach(context -> {
            Field own = context.at(NON_ROOT);
            if (own.isFalse()) {
                context.found().add(own, "it says that it may run as root");
            } else if (!own.isTrue() && !ofPod.bool().isPresent()) {
                context.found().add(own, "it may run as root");
            }
        });
    }

    static Rule<ObjectSet> user(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("run-as-user", "root in a container is root on the node for whoever breaks out")
                .fix("name another user")
                .check((pod, found) -> {
                    if (PodForms.hasUserNamespace(pod, version)) {
                        return;
                    }
                    SecurityContext.all(pod, found).forEach(context -> {
                        Field user = context.at("runAsUser");
                        if (user.number().filter(id -> id == 0).isPresent()) {
                            context.found().add(user, "it runs as user 0, who is root");
                        }
                    });
                });
    }
}
