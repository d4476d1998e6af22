package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which controls each level has in which version. */
public final class PodSecurityStandard {

    private static final List<Control> BASELINE = List.of(
            control(0, version -> HostControls.namespaces()),
            control(0, version -> HostControls.paths()),
            control(0, version -> HostControls.ports()),
            control(34, version -> HostProbeControl.rule()),
            control(0, version -> HostControls.windowsProcess()),
            control(0, version -> PrivilegeControls.privileged()),
            control(0, version -> CapabilityControls.baseline()),
            control(0, ProcMountControls::baseline),
            control(0, SeccompControls::baseline),
            control(0, version -> AppArmorControl.rule()),
            control(0, SeLinuxControl::rule),
            control(0, SysctlControl::rule));

    private static final List<Control> RESTRICTED = List.of(
            control(0, version -> VolumeControl.rule()).inPlaceOf("pod-security-host-path"),
            control(8, PrivilegeControls::escalation),
            control(0, UserControls::nonRoot),
            control(23, UserControls::user),
            control(22, CapabilityControls::restricted).inPlaceOf("pod-security-capabilities"),
            control(19, SeccompControls::restricted).inPlaceOf("pod-security-seccomp"),
            control(35, ProcMountControls::restricted).inPlaceOf("pod-security-proc-mount"));

    private PodSecurityStandard() {}

    /**
     * A control.
     *
     * @param since the minor version that it came with
     * @param rule the rule, as a version has it
     * @param replaced the id of the rule of the baseline level whose place it takes; empty if it takes none
     */
    private record Control(int since, Function<KubernetesVersion, Rule<ObjectSet>> rule, String replaced) {

        Control inPlaceOf(String id) {
            return new Control(since, rule, id);
        }
    }

    private static Control control(int since, Function<KubernetesVersion, Rule<ObjectSet>> rule) {
        return new Control(since, rule, "");
    }

    /**
     * Returns the baseline level.
     *
     * @param version the version of the standard
     * @return its controls
     */
    public static List<Rule<ObjectSet>> baseline(KubernetesVersion version) {
        return rules(BASELINE, version).toList();
    }

    /**
     * Returns the restricted level.
     *
     * @param version the version of the standard
     * @return its controls, and those of the baseline level whose place none of them takes
     */
    public static List<Rule<ObjectSet>> restricted(KubernetesVersion version) {
        Set<String> replaced = of(RESTRICTED, version).map(Control::replaced).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        rules(BASELINE, version).filter(rule -> !replaced.contains(rule.id())),
                        rules(RESTRICTED, version))
                .toList();
    }

    private static Stream<Rule<ObjectSet>> rules(List<Control> controls, KubernetesVersion version) {
        return of(controls, version).map(control -> control.rule().apply(version));
    }

    private static Stream<Control> of(List<Control> controls, KubernetesVersion version) {
        return controls.stream().filter(control -> isSince(version, control.since()));
    }

    static boolean isSince(KubernetesVersion version, int minor) {
        return version.isAtLeast(new KubernetesVersion(1, minor));
    }
}
