package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.internal.condition.Sight;
import dev.idp.kubernetes.internal.tree.Plural;
import java.util.List;

/** What the resources are called that policies are about. */
final class Resources {

    private static final String EPHEMERAL_CONTAINERS = "pods/ephemeralcontainers";

    private static final Matched MAKING_PODS = new Matched(
            List.of("", "apps", "batch", "apps.openshift.io"),
            List.of(
                    "pods",
                    EPHEMERAL_CONTAINERS,
                    "podtemplates",
                    "replicationcontrollers",
                    "daemonsets",
                    "deployments",
                    "replicasets",
                    "statefulsets",
                    "cronjobs",
                    "jobs",
                    "deploymentconfigs"));

    private Resources() {}

    /** Kinds that every cluster has, and those that somebody named. */
    static boolean isNamed(String group, String kind, Choices choices) {
        return isBuiltIn(group) || choices.resources().containsKey(new Choices.Kind(group, kind));
    }

    static String name(String group, String kind, Choices choices) {
        return choices.resources().getOrDefault(new Choices.Kind(group, kind), Plural.of(kind));
    }

    /** Groups of Kubernetes itself need no domain, or have its own. */
    private static boolean isBuiltIn(String group) {
        return !group.contains(".") || group.endsWith(".k8s.io");
    }

    /**
     * What a policy matches.
     *
     * @param groups the groups of the API
     * @param names the resources, each of one of the groups
     */
    record Matched(List<String> groups, List<String> names) {}

    static Matched of(Sight sight, Choices choices) {
        if (sight.form() != Sight.Form.KIND) {
            return MAKING_PODS;
        }
        String name = name(sight.group(), sight.kind(), choices);
        return new Matched(
                List.of(sight.group()),
                sight.group().isEmpty() && name.equals("pods") ? List.of(name, EPHEMERAL_CONTAINERS) : List.of(name));
    }
}
