package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ConditionOn;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on what containers may do that the Pod Security Standards leave open. */
final class PrivilegeRules {

    private static final String CONTEXT = "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

    /** Where container runtimes listen for commands, below /run and /var/run, which are one, and what leads there. */
    private static final String SOCKETS =
            "/+|/+var/*|(?:/+var)?/+run(?:/+(?:docker\\.sock|containerd(?:/+containerd\\.sock)?"
                    + "|crio(?:/+crio\\.sock)?|cri-dockerd\\.sock|podman(?:/+podman\\.sock)?))?/*";

    /** Ephemeral containers are looked around in, and said by nobody's manifest; Windows has nothing of this. */
    private static final Condition<Container> IS_OF_OTHERS = Condition.anyOf(
            Condition.isAmong(Container.Role.EPHEMERAL),
            Condition.ofPod(Condition.field("os", "name").is("windows")));

    private PrivilegeRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(readOnlyRoot(), user(), socket());
    }

    private static Rule<ObjectSet> readOnlyRoot() {
        return ManifestRules.forContainers("read-only-root")
                .because("who breaks in can change nothing that runs, and leaves nothing behind")
                .fix("set readOnlyRootFilesystem to true, and mount an emptyDir where it writes")
                .link(CONTEXT)
                .must(
                        Condition.anyOf(
                                IS_OF_OTHERS,
                                Condition.field("securityContext", "readOnlyRootFilesystem")
                                        .isTrue()),
                        "it may write to its own file system");
    }

    private static Rule<ObjectSet> user() {
        ConditionOn<Container> user = Condition.security("runAsUser");
        ConditionOn<Container> group = Condition.security("runAsGroup");
        return ManifestRules.forContainers("user-and-group")
                .because("files on volumes belong to numbers, and an image may change its own")
                .severity(Severity.INFO)
                .fix("set runAsUser and runAsGroup, for the pod or the container")
                .link(CONTEXT)
                .must(
                        Condition.anyOf(IS_OF_OTHERS, group.isPresent(), user.isPresent()),
                        "its image decides on its user and group")
                .and(Condition.anyOf(IS_OF_OTHERS, group.isAbsent(), user.isPresent()), "its image decides on its user")
                .and(
                        Condition.anyOf(IS_OF_OTHERS, user.isAbsent(), group.isPresent()),
                        "its image decides on its group");
    }

    private static Rule<ObjectSet> socket() {
        return ManifestRules.forPods("runtime-socket")
                .because("who talks to the container runtime starts any container, as root of the node")
                .severity(Severity.ERROR)
                .fix("do without it: build images with a tool that needs no runtime, ask the API server what runs")
                .link("https://kubernetes.io/docs/concepts/storage/volumes/#hostpath")
                .must(
                        Condition.field("volumes")
                                .each(Condition.field("hostPath", "path")
                                        .matches(SOCKETS)
                                        .negate()),
                        "it reaches the socket of the container runtime");
    }
}
