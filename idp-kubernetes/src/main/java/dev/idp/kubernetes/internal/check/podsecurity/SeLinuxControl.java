package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Set;

/** Labels of SELinux. */
final class SeLinuxControl {

    private static final Set<String> TYPES = Set.of("", "container_t", "container_init_t", "container_kvm_t");

    private SeLinuxControl() {}

    static Rule<ObjectSet> rule(KubernetesVersion version) {
        return Level.BASELINE
                .rule("selinux", "another label lets a container at what SELinux keeps from containers")
                .fix("leave it out")
                .check((pod, found) -> SecurityContext.all(pod, found).forEach(context -> options(context, version)));
    }

    private static void options(SecurityContext context, KubernetesVersion version) {
        Field type = context.at("seLinuxOptions", "type");
        String name = type.text().orElse("");
        if (!TYPES.contains(name) && !isEngine(name, version)) {
            context.found().add(type, "its SELinux type is " + name);
        }
        for (String option : List.of("user", "role")) {
            Field field = context.at("seLinuxOptions", option);
            field.text().filter(text -> !text.isEmpty()).ifPresent(text -> context.found()
                    .add(field, "it has an SELinux " + option + " of its own"));
        }
    }

    /** The type of containers that run others. */
    private static boolean isEngine(String type, KubernetesVersion version) {
        return type.equals("container_engine_t") && PodSecurityStandard.isSince(version, 31);
    }
}
