package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;

/** Profiles of AppArmor, by fields and by the annotations that came before them. */
final class AppArmorControl {

    private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

    private AppArmorControl() {}

    static Rule<ObjectSet> rule() {
        return Level.BASELINE
                .rule("apparmor", "without the runtime's profile, a container may touch more of the kernel")
                .fix("leave it out, and the runtime's profile holds")
                .check((pod, found) -> {
                    SecurityContext.all(pod, found).forEach(AppArmorControl::field);
                    annotations(pod, found);
                });
    }

    private static void field(SecurityContext context) {
        Field profile = context.at("appArmorProfile");
        if (profile.isPresent() && !ProfileType.isAllowed(profile)) {
            context.found()
                    .add(profile.get("type"), "its AppArmor profile is of type '" + ProfileType.of(profile) + "'");
        }
    }

    private static void annotations(Pod pod, ManifestFindings found) {
        pod.metadata().get("annotations").entries().forEach((key, annotation) -> {
            String profile = annotation.text().orElse("");
            if (key.startsWith(ANNOTATION)
                    && !profile.isEmpty()
                    && !profile.equals("runtime/default")
                    && !profile.startsWith("localhost/")) {
                at(pod, key.substring(ANNOTATION.length()), found)
                        .add(annotation, "its AppArmor profile is '" + profile + "'");
            }
        });
    }

    /** Annotations of containers that there are not are forbidden as well. */
    private static ManifestFindings at(Pod pod, String name, ManifestFindings found) {
        return pod.containers().stream()
                .filter(container -> container.name().equals(name))
                .map((Container container) -> found.at(container))
                .findFirst()
                .orElse(found);
    }
}
