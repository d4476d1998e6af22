package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.Set;

/** Which capabilities of root containers have. */
final class CapabilityControls {

    /** What container runtimes give by default. */
    private static final Set<String> DEFAULT = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private CapabilityControls() {}

    static Rule<ObjectSet> baseline() {
        return Level.BASELINE
                .rule("capabilities", "a capability beyond those that runtimes give leads out of the container")
                .fix("do without it")
                .check((pod, found) ->
                        SecurityContext.ofContainers(pod, found).forEach(context -> added(context, DEFAULT)));
    }

    static Rule<ObjectSet> restricted(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("capabilities-restricted", "hardly any program needs the capabilities of root")
                .severity(Severity.ERROR)
                .fix("drop ALL, and add NET_BIND_SERVICE at most")
                .check((pod, found) -> {
                    if (PodForms.areOfWindows(version).test(pod)) {
                        return;
                    }
                    SecurityContext.ofContainers(pod, found).forEach(context -> {
                        Field dropped = context.at("capabilities", "drop");
                        if (dropped.items().stream().noneMatch(item -> is(item, "ALL"))) {
                            context.found()
                                    .add(
                                            Level.RESTRICTED.severity(),
                                            dropped,
                                            "it does not drop all capabilities",
                                            "drop ALL; what binds a port below 1024 then needs NET_BIND_SERVICE");
                        }
                        added(context, Set.of("NET_BIND_SERVICE"));
                    });
                });
    }

    private static void added(SecurityContext context, Set<String> allowed) {
        for (Field capability : context.at("capabilities", "add").items()) {
            String name = capability.text().orElse("");
            if (!allowed.contains(name)) {
                context.found()
                        .add(
                                (DEFAULT.contains(name) ? Level.RESTRICTED : Level.BASELINE).severity(),
                                capability,
                                "it adds the capability " + name,
                                "do without it");
            }
        }
    }

    private static boolean is(Field item, String name) {
        return item.text().filter(name::equals).isPresent();
    }
}
