package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.Map;

/** Settings of the kernel: those that are the pod's own are safe, and there are more of them with each version. */
final class SysctlControl {

    /** By the minor version since which they are safe. */
    private static final Map<String, Integer> SAFE_SINCE = Map.ofEntries(
            Map.entry("kernel.shm_rmid_forced", 0),
            Map.entry("net.ipv4.ip_local_port_range", 0),
            Map.entry("net.ipv4.tcp_syncookies", 0),
            Map.entry("net.ipv4.ping_group_range", 0),
            Map.entry("net.ipv4.ip_unprivileged_port_start", 0),
            Map.entry("net.ipv4.ip_local_reserved_ports", 27),
            Map.entry("net.ipv4.tcp_keepalive_time", 29),
            Map.entry("net.ipv4.tcp_fin_timeout", 29),
            Map.entry("net.ipv4.tcp_keepalive_intvl", 29),
            Map.entry("net.ipv4.tcp_keepalive_probes", 29),
            Map.entry("net.ipv4.tcp_rmem", 32),
            Map.entry("net.ipv4.tcp_wmem", 32),
            Map.entry("net.ipv4.tcp_slow_start_after_idle", 37),
            Map.entry("net.ipv4.tcp_notsent_lowat", 37));

    private SysctlControl() {}

    static Rule<ObjectSet> rule(KubernetesVersion version) {
        return Level.BASELINE
                .rule("sysctls", "a setting of the whole kernel is one of all pods on the node")
                .fix("do without it, or set it on nodes of their own")
                .check((pod, found) -> pod.spec()
                        .at("securityContext", "sysctls")
                        .items()
                        .forEach(sysctl -> {
                            Field name = sysctl.get("name");
                            String text = name.text().orElse("");
                            Integer since = SAFE_SINCE.get(text);
                            if (since == null || !PodSecurityStandard.isSince(version, since)) {
                                found.add(name, "it sets the kernel's " + text);
                            }
                        }));
    }
}
