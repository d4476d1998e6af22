package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.PodSecurity;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each control finds what it forbids where it stands, as each version has it. */
class PodSecurityTest {

    /** What a hardened pod says, without its last brace. */
    private static final String HARDENED = """
            securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            containers:
            - name: app
              securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private static ObjectSet pod(String annotations, String spec) {
        return ObjectSet.parse(
                "prod",
                "pod.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {" + annotations + "}}\nspec:\n"
                        + spec.indent(2));
    }

    private static List<Finding> baseline(String version, String spec) {
        return Checks.of(PodSecurity.baseline(KubernetesVersion.of(version))).findings(pod("", spec));
    }

    private static List<Finding> restricted(String version, String spec) {
        return Checks.of(PodSecurity.restricted(KubernetesVersion.of(version))).findings(pod("", spec));
    }

    /** Severity, rule, container, message and pointer. */
    private static List<String> shown(List<Finding> found) {
        return found.stream()
                .map(finding -> finding.severity() + " " + finding.rule().replace("pod-security-", "")
                        + finding.message().replaceFirst("^Pod/web", "") + " "
                        + finding.location().orElseThrow().pointer())
                .toList();
    }

    private static String container(String text) {
        return "containers:\n- {name: app, " + text + "}\n";
    }

    private static String context(String text) {
        return container("securityContext: {" + text + "}");
    }

    static List<Arguments> forbidden() {
        return List.of(
                Arguments.of(
                        "hostNetwork: true\nhostPID: false",
                        "host-namespaces: it shares the node's network /spec/hostNetwork"),
                Arguments.of("hostPID: true", "host-namespaces: it shares the node's processes /spec/hostPID"),
                Arguments.of("hostIPC: true", "host-namespaces: it shares the node's shared memory /spec/hostIPC"),
                Arguments.of(
                        "volumes: [{name: tmp, emptyDir: {}}, {name: logs, hostPath: {path: /var/log}}]",
                        "host-path: volume 'logs' is a path of the node /spec/volumes/1/hostPath"),
                Arguments.of(
                        container("ports: [{containerPort: 80, hostPort: 0}, {containerPort: 81, hostPort: 81}]"),
                        "host-ports container 'app': it takes port 81 of the node"
                                + " /spec/containers/0/ports/1/hostPort"),
                Arguments.of(
                        container("livenessProbe: {httpGet: {host: other, port: 80}},"
                                + " readinessProbe: {httpGet: {host: '', port: 80}}"),
                        "host-probes container 'app': its livenessProbe asks host 'other'"
                                + " /spec/containers/0/livenessProbe/httpGet/host"),
                Arguments.of(
                        container("lifecycle: {preStop: {tcpSocket: {host: other, port: 80}}}"),
                        "host-probes container 'app': its preStop asks host 'other'"
                                + " /spec/containers/0/lifecycle/preStop/tcpSocket/host"),
                Arguments.of(
                        "securityContext: {windowsOptions: {hostProcess: true}}",
                        "windows-host-process: it runs as a process of the node"
                                + " /spec/securityContext/windowsOptions/hostProcess"),
                Arguments.of(
                        context("windowsOptions: {hostProcess: true}"),
                        "windows-host-process container 'app': it runs as a process of the node"
                                + " /spec/containers/0/securityContext/windowsOptions/hostProcess"),
                Arguments.of(
                        context("privileged: true"),
                        "privileged container 'app': it is privileged /spec/containers/0/securityContext/privileged"),
                Arguments.of(
                        context("capabilities: {add: [CHOWN, SYS_ADMIN]}"),
                        "capabilities container 'app': it adds the capability SYS_ADMIN"
                                + " /spec/containers/0/securityContext/capabilities/add/1"),
                Arguments.of(
                        context("procMount: Unmasked"),
                        "proc-mount container 'app': its /proc is mounted as Unmasked"
                                + " /spec/containers/0/securityContext/procMount"),
                Arguments.of(
                        "securityContext: {seccompProfile: {type: Unconfined}}",
                        "seccomp: its seccomp profile is of type 'Unconfined'"
                                + " /spec/securityContext/seccompProfile/type"),
                Arguments.of(
                        context("seccompProfile: {}"),
                        "seccomp container 'app': its seccomp profile is of type ''"
                                + " /spec/containers/0/securityContext/seccompProfile/type"),
                Arguments.of(
                        "securityContext: {appArmorProfile: {type: Unconfined}}",
                        "apparmor: its AppArmor profile is of type 'Unconfined'"
                                + " /spec/securityContext/appArmorProfile/type"),
                Arguments.of(
                        context("seLinuxOptions: {type: spc_t}"),
                        "selinux container 'app': its SELinux type is spc_t"
                                + " /spec/containers/0/securityContext/seLinuxOptions/type"),
                Arguments.of(
                        "securityContext: {seLinuxOptions: {type: container_t, user: '', role: sysadm_r}}",
                        "selinux: it has an SELinux role of its own /spec/securityContext/seLinuxOptions/role"),
                Arguments.of(
                        "securityContext: {sysctls: [{name: kernel.msgmax, value: '1'}]}",
                        "sysctls: it sets the kernel's kernel.msgmax /spec/securityContext/sysctls/0/name"));
    }

    @ParameterizedTest
    @MethodSource
    void forbidden(String spec, String found) {
        assertThat(shown(baseline("1.37", spec))).containsExactly("ERROR " + found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostNetwork: false\nhostPID: null",
                "volumes: [{name: tmp}, {name: nfs, nfs: {server: a, path: /}}, {name: none, hostPath: null}]",
                "securityContext: {windowsOptions: {hostProcess: false}, seccompProfile: {type: Localhost},"
                        + " appArmorProfile: {type: RuntimeDefault}, seLinuxOptions: {level: s0, type: ''},"
                        + " sysctls: [{name: net.ipv4.tcp_syncookies, value: '1'}]}",
                "containers: [{name: app, ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: 80}},"
                        + " securityContext: {privileged: false, procMount: Default, capabilities: {add: [CHOWN]}}}]"
            })
    void allowed(String spec) {
        assertThat(baseline("1.37", spec)).isEmpty();
    }

    static List<Arguments> hardened() {
        return List.of(
                Arguments.of(
                        "RuntimeDefault",
                        "Unconfined",
                        "ERROR seccomp-restricted: its seccomp profile is of type 'Unconfined'"
                                + " /spec/securityContext/seccompProfile/type"),
                Arguments.of(
                        ", seccompProfile: {type: RuntimeDefault}",
                        "",
                        "WARNING seccomp-restricted container 'app': neither it nor its pod has a seccomp profile"
                                + " /spec/containers/0/securityContext/seccompProfile"),
                Arguments.of(
                        "runAsNonRoot: true, ",
                        "",
                        "WARNING run-as-non-root container 'app': it may run as root"
                                + " /spec/containers/0/securityContext/runAsNonRoot"),
                Arguments.of(
                        "runAsNonRoot: true",
                        "runAsNonRoot: false",
                        "WARNING run-as-non-root: it says that its containers may run as root"
                                + " /spec/securityContext/runAsNonRoot"),
                Arguments.of(
                        "allowPrivilegeEscalation: false",
                        "allowPrivilegeEscalation: false, runAsNonRoot: false",
                        "WARNING run-as-non-root container 'app': it says that it may run as root"
                                + " /spec/containers/0/securityContext/runAsNonRoot"),
                Arguments.of(
                        "runAsNonRoot: true",
                        "runAsNonRoot: true, runAsUser: 0",
                        "WARNING run-as-user: it runs as user 0, who is root /spec/securityContext/runAsUser"),
                Arguments.of(
                        "allowPrivilegeEscalation: false, ",
                        "",
                        "WARNING privilege-escalation container 'app': it may gain privileges"
                                + " /spec/containers/0/securityContext/allowPrivilegeEscalation"),
                Arguments.of(
                        ", capabilities: {drop: [ALL]}",
                        "",
                        "WARNING capabilities-restricted container 'app': it does not drop all capabilities"
                                + " /spec/containers/0/securityContext/capabilities/drop"),
                Arguments.of(
                        "drop: [ALL]",
                        "drop: [ALL], add: [NET_BIND_SERVICE, CHOWN]",
                        "WARNING capabilities-restricted container 'app': it adds the capability CHOWN"
                                + " /spec/containers/0/securityContext/capabilities/add/1"),
                Arguments.of(
                        "drop: [ALL]",
                        "drop: [ALL], add: [SYS_ADMIN]",
                        "ERROR capabilities-restricted container 'app': it adds the capability SYS_ADMIN"
                                + " /spec/containers/0/securityContext/capabilities/add/0"),
                Arguments.of(
                        "containers:",
                        "volumes: [{name: tmp}, {name: share, nfs: {server: a, path: /}}]\ncontainers:",
                        "WARNING volume-types: volume 'share' is of type nfs /spec/volumes/1/nfs"),
                Arguments.of(
                        "containers:",
                        "volumes: [{name: logs, hostPath: {path: /var/log}}]\ncontainers:",
                        "ERROR volume-types: volume 'logs' is a path of the node /spec/volumes/0/hostPath"),
                Arguments.of(
                        "allowPrivilegeEscalation: false",
                        "allowPrivilegeEscalation: false, procMount: Unmasked",
                        "ERROR proc-mount-restricted container 'app': its /proc is mounted as Unmasked"
                                + " /spec/containers/0/securityContext/procMount"));
    }

    @ParameterizedTest
    @MethodSource
    void hardened(String said, String instead, String found) {
        assertThat(restricted("1.37", HARDENED)).isEmpty();
        assertThat(shown(restricted("1.37", HARDENED.replace(said, instead)))).containsExactly(found);
    }

    static List<Arguments> changes() {
        String bare = "containers: [{name: app}]\n";
        String windows = "os: {name: windows}\nsecurityContext: {runAsNonRoot: true}\n" + bare;
        return List.of(
                Arguments.of("privilege-escalation", "1.8", false, bare),
                Arguments.of("privilege-escalation", "1.25", true, windows),
                Arguments.of("capabilities-restricted", "1.22", false, bare),
                Arguments.of("capabilities-restricted", "1.25", true, windows),
                Arguments.of("seccomp-restricted", "1.19", false, bare),
                Arguments.of("seccomp-restricted", "1.25", true, windows),
                Arguments.of("run-as-user", "1.23", false, "securityContext: {runAsUser: 0}\n" + bare),
                Arguments.of("run-as-user", "1.35", true, "hostUsers: false\nsecurityContext: {runAsUser: 0}\n" + bare),
                Arguments.of("run-as-non-root", "1.35", true, "hostUsers: false\n" + bare),
                Arguments.of("proc-mount-restricted", "1.35", false, context("procMount: Unmasked")),
                Arguments.of(
                        "host-probes", "1.34", false, container("startupProbe: {tcpSocket: {host: other, port: 80}}")),
                Arguments.of("selinux", "1.31", true, context("seLinuxOptions: {type: container_engine_t}")),
                Arguments.of("sysctls", "1.27", true, sysctl("net.ipv4.ip_local_reserved_ports")),
                Arguments.of("sysctls", "1.29", true, sysctl("net.ipv4.tcp_keepalive_time")),
                Arguments.of("sysctls", "1.32", true, sysctl("net.ipv4.tcp_rmem")),
                Arguments.of("sysctls", "1.37", true, sysctl("net.ipv4.tcp_notsent_lowat")));
    }

    private static String sysctl(String name) {
        return "securityContext: {sysctls: [{name: " + name + ", value: '1'}]}\n";
    }

    @ParameterizedTest
    @MethodSource
    void changes(String control, String version, boolean allowsSince, String spec) {
        KubernetesVersion since = KubernetesVersion.of(version);
        KubernetesVersion before = new KubernetesVersion(1, since.minor() - 1);

        assertThat(rules(restricted(before.toString(), spec)).contains("pod-security-" + control))
                .isEqualTo(allowsSince);
        assertThat(rules(restricted(version, spec)).contains("pod-security-" + control))
                .isNotEqualTo(allowsSince);
    }

    private static List<String> rules(List<Finding> found) {
        return found.stream().map(Finding::rule).toList();
    }

    @Test
    void aUserNamespaceUnmasksProcAtTheBaselineLevelAlone() {
        String spec = "hostUsers: false\n" + context("procMount: Unmasked");

        assertThat(shown(baseline("1.34", spec))).hasSize(1);
        assertThat(baseline("1.35", spec)).isEmpty();
        assertThat(shown(restricted("1.35", spec)))
                .contains("WARNING proc-mount-restricted container 'app': its /proc is mounted as Unmasked"
                        + " /spec/containers/0/securityContext/procMount");
    }

    @Test
    void profilesOfSeccompWereAnnotationsBefore119() {
        ObjectSet annotated = pod(
                "seccomp.security.alpha.kubernetes.io/pod: unconfined,"
                        + " container.seccomp.security.alpha.kubernetes.io/app: localhost/own,"
                        + " container.seccomp.security.alpha.kubernetes.io/other: unconfined",
                "securityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: app}]");

        assertThat(shown(Checks.of(PodSecurity.baseline(KubernetesVersion.of("1.18")))
                        .findings(annotated)))
                .containsExactly("ERROR seccomp: its seccomp profile is 'unconfined'"
                        + " /metadata/annotations/seccomp.security.alpha.kubernetes.io~1pod");
        assertThat(shown(Checks.of(PodSecurity.baseline(KubernetesVersion.of("1.19")))
                        .findings(annotated)))
                .containsExactly("ERROR seccomp: its seccomp profile is of type 'Unconfined'"
                        + " /spec/securityContext/seccompProfile/type");
    }

    @Test
    void profilesOfAppArmorAreAnnotationsAsWell() {
        ObjectSet annotated = pod(
                "container.apparmor.security.beta.kubernetes.io/app: unconfined,"
                        + " container.apparmor.security.beta.kubernetes.io/b: runtime/default,"
                        + " container.apparmor.security.beta.kubernetes.io/c: ''",
                "containers: [{name: app}]");

        assertThat(shown(Checks.of(PodSecurity.baseline(KubernetesVersion.NEWEST))
                        .findings(annotated)))
                .containsExactly("ERROR apparmor container 'app': its AppArmor profile is 'unconfined'"
                        + " /metadata/annotations/container.apparmor.security.beta.kubernetes.io~1app");
    }

    @Test
    void podsAreJudgedInTemplatesAndInAllTheirContainers() {
        ObjectSet objects = ObjectSet.parse("prod", "all.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec: {jobTemplate: {spec: {template: {spec: {
                  initContainers: [{name: init, securityContext: {privileged: true}}],
                  ephemeralContainers: [{name: debug, securityContext: {privileged: true}}]}}}}}
                """);

        assertThat(Checks.of(PodSecurity.baseline(KubernetesVersion.NEWEST)).findings(objects))
                .extracting(Finding::part)
                .containsExactly("init", "debug");
    }

    @Test
    void whatIsFoundAtAContainerIsWaivedForItAlone() {
        ObjectSet waiving = pod(
                "waiver.dev.idp/pod-security-privileged.app: 'until 2027-01-31, by web: it loads modules'",
                "hostPID: true\ncontainers: [{name: app, securityContext: {privileged: true}},"
                        + " {name: proxy, securityContext: {privileged: true}}]");

        assertThat(Checks.of(PodSecurity.baseline(KubernetesVersion.NEWEST))
                        .check(waiving, LocalDate.of(2027, 1, 31))
                        .open())
                .extracting(finding -> finding.rule() + "/" + finding.part())
                .containsExactly("pod-security-host-namespaces/", "pod-security-privileged/proxy");
    }

    @Test
    void theRestrictedLevelReplacesWhatItTightens() {
        assertThat(ids(PodSecurity.restricted(KubernetesVersion.of("1.18"))))
                .containsAll(ids(PodSecurity.baseline(KubernetesVersion.of("1.18"))).stream()
                        .filter(id -> !id.equals("pod-security-host-path"))
                        .toList())
                .doesNotContain("pod-security-host-path");
        assertThat(ids(PodSecurity.restricted(KubernetesVersion.NEWEST)))
                .containsExactlyInAnyOrder(
                        "pod-security-apparmor",
                        "pod-security-capabilities-restricted",
                        "pod-security-host-namespaces",
                        "pod-security-host-ports",
                        "pod-security-host-probes",
                        "pod-security-privilege-escalation",
                        "pod-security-privileged",
                        "pod-security-proc-mount-restricted",
                        "pod-security-run-as-non-root",
                        "pod-security-run-as-user",
                        "pod-security-seccomp-restricted",
                        "pod-security-selinux",
                        "pod-security-sysctls",
                        "pod-security-volume-types",
                        "pod-security-windows-host-process");
    }

    private static List<String> ids(List<Rule<ObjectSet>> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    @Test
    void aVersionToComeIsTakenForTheNewest() {
        assertThat(ids(PodSecurity.restricted(new KubernetesVersion(1, 99))))
                .isEqualTo(ids(PodSecurity.restricted(KubernetesVersion.NEWEST)));
    }

    @Test
    void everyRuleSaysWhyWhatToDoAndWhereToReadMore() {
        for (int minor = 0; minor <= KubernetesVersion.NEWEST.minor(); minor++) {
            assertThat(PodSecurity.restricted(new KubernetesVersion(1, minor))).allSatisfy(rule -> {
                assertThat(rule.because()).isNotEmpty();
                assertThat(rule.fix()).isNotEmpty();
                assertThat(rule.link().orElseThrow()).startsWith("https://kubernetes.io/docs/");
            });
        }
    }
}
