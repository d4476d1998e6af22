package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Rules on what containers may do that the Pod Security Standards leave open. */
final class PrivilegeRules {

    private static final String CONTEXT = "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

    /** Where container runtimes listen for commands, below /run and /var/run, which are one. */
    private static final List<String> SOCKETS = List.of(
            "/run/docker.sock",
            "/run/containerd/containerd.sock",
            "/run/crio/crio.sock",
            "/run/cri-dockerd.sock",
            "/run/podman/podman.sock");

    private PrivilegeRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(readOnlyRoot(), user(), socket());
    }

    private static Rule<ObjectSet> readOnlyRoot() {
        return ManifestRules.forContainers("read-only-root")
                .because("who breaks in can change nothing that runs, and leaves nothing behind")
                .fix("set readOnlyRootFilesystem to true, and mount an emptyDir where it writes")
                .link(CONTEXT)
                .check((container, found) -> {
                    Field readOnly = container.at("securityContext", "readOnlyRootFilesystem");
                    if (isOfLinux(container) && !readOnly.isTrue()) {
                        found.add(readOnly, "it may write to its own file system");
                    }
                });
    }

    private static Rule<ObjectSet> user() {
        return ManifestRules.forContainers("user-and-group")
                .because("files on volumes belong to numbers, and an image may change its own")
                .severity(Severity.INFO)
                .fix("set runAsUser and runAsGroup, for the pod or the container")
                .link(CONTEXT)
                .check((container, found) -> {
                    List<Field> unset = Stream.of("runAsUser", "runAsGroup")
                            .map(container::security)
                            .filter(field -> !field.isPresent())
                            .toList();
                    if (isOfLinux(container) && !unset.isEmpty()) {
                        found.add(
                                unset.get(0),
                                unset.size() == 2
                                        ? "its image decides on its user and group"
                                        : "its image decides on its "
                                                + (unset.get(0).name().equals("runAsUser") ? "user" : "group"));
                    }
                });
    }

    private static Rule<ObjectSet> socket() {
        return ManifestRules.forPods("runtime-socket")
                .because("who talks to the container runtime starts any container, as root of the node")
                .severity(Severity.ERROR)
                .fix("do without it: build images with a tool that needs no runtime, ask the API server what runs")
                .link("https://kubernetes.io/docs/concepts/storage/volumes/#hostpath")
                .check((pod, found) -> pod.spec().get("volumes").items().forEach(volume -> {
                    Field path = volume.at("hostPath", "path");
                    if (path.text().filter(PrivilegeRules::leadsToSocket).isPresent()) {
                        found.add(path, "it reaches the socket of the container runtime");
                    }
                }));
    }

    private static boolean leadsToSocket(String path) {
        String plain = path.replaceAll("/+", "/").replaceFirst("(?<=.)/$", "").replaceFirst("^/var(?=/run(/|$))", "");
        return plain.equals("/")
                || plain.equals("/var")
                || SOCKETS.stream().anyMatch(socket -> socket.equals(plain) || socket.startsWith(plain + "/"));
    }

    /** Ephemeral containers are looked around in, and said by nobody's manifest. */
    private static boolean isOfLinux(Container container) {
        Pod pod = container.pod();
        return container.role() != Container.Role.EPHEMERAL
                && pod.spec().at("os", "name").text().filter("windows"::equals).isEmpty();
    }
}
