package dev.idp.tests.kubernetes.facets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The restricted level of the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 * Standards</a>, the baseline that it builds on included, as the standard's own text defines it.
 */
final class RestrictedStandard {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private final List<String> violations = new ArrayList<>();

    private RestrictedStandard() {}

    /** Returns the controls that a pod violates. */
    static List<String> violationsOf(PodSpec pod) {
        RestrictedStandard standard = new RestrictedStandard();
        standard.pod(pod);
        List<Container> containers = new ArrayList<>(pod.getContainers());
        containers.addAll(pod.getInitContainers());
        containers.forEach(container -> standard.container(pod, container));
        if (!pod.getEphemeralContainers().isEmpty()) {
            throw new IllegalStateException("a workload has no ephemeral containers");
        }
        return standard.violations.stream().distinct().toList();
    }

    private void demand(boolean holds, String control) {
        if (!holds) {
            violations.add(control);
        }
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private void pod(PodSpec pod) {
        demand(
                !isTrue(pod.getHostNetwork()) && !isTrue(pod.getHostPID()) && !isTrue(pod.getHostIPC()),
                "host namespaces");
        pod.getVolumes().forEach(this::volume);
        PodSecurityContext context = pod.getSecurityContext();
        if (context != null) {
            demand(context.getSysctls().isEmpty(), "sysctls");
            demand(context.getSeLinuxOptions() == null, "SELinux");
            demand(context.getAppArmorProfile() == null, "AppArmor");
            demand(context.getWindowsOptions() == null, "host process");
            demand(context.getRunAsUser() == null || context.getRunAsUser() != 0, "running as non-root user");
        }
    }

    /** Whatever a volume has beside its name is its type. */
    private void volume(Volume volume) {
        JsonNode tree = new JsonMapper().valueToTree(volume);
        tree.fieldNames()
                .forEachRemaining(field -> demand(field.equals("name") || VOLUMES.contains(field), "volume types"));
    }

    private void container(PodSpec pod, Container container) {
        PodSecurityContext ofPod =
                pod.getSecurityContext() == null ? new PodSecurityContext() : pod.getSecurityContext();
        SecurityContext context =
                container.getSecurityContext() == null ? new SecurityContext() : container.getSecurityContext();
        demand(!isTrue(context.getPrivileged()), "privileged containers");
        demand(container.getPorts().stream().allMatch(port -> port.getHostPort() == null), "host ports");
        demand(context.getProcMount() == null || context.getProcMount().equals("Default"), "/proc mount type");
        demand(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "privilege escalation");
        demand(
                isTrue(context.getRunAsNonRoot() == null ? ofPod.getRunAsNonRoot() : context.getRunAsNonRoot()),
                "running as non-root");
        demand(context.getRunAsUser() == null || context.getRunAsUser() != 0, "running as non-root user");
        SeccompProfile seccomp =
                context.getSeccompProfile() == null ? ofPod.getSeccompProfile() : context.getSeccompProfile();
        demand(seccomp != null && SECCOMP.contains(seccomp.getType()), "seccomp");
        demand(
                context.getCapabilities() != null
                        && context.getCapabilities().getDrop().contains("ALL")
                        && List.of("NET_BIND_SERVICE")
                                .containsAll(context.getCapabilities().getAdd()),
                "capabilities");
        demand(context.getSeLinuxOptions() == null, "SELinux");
        demand(context.getAppArmorProfile() == null, "AppArmor");
        demand(context.getWindowsOptions() == null, "host process");
    }
}
