package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on what costs nothing to say, and time where it is not said. */
final class HygieneRules {

    private static final List<String> OWNERS = List.of("dev.idp/owner", "owner", "team");

    /** Of the kinds that every cluster has, those that are in a namespace and that people write. */
    private static final Set<String> NAMESPACED = Set.of(
            "ConfigMap",
            "CronJob",
            "DaemonSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "Ingress",
            "Job",
            "LimitRange",
            "NetworkPolicy",
            "PersistentVolumeClaim",
            "Pod",
            "PodDisruptionBudget",
            "ReplicaSet",
            "ResourceQuota",
            "Role",
            "RoleBinding",
            "Secret",
            "Service",
            "ServiceAccount",
            "StatefulSet");

    private static final Set<String> GROUPS =
            Set.of("", "apps", "autoscaling", "batch", "networking.k8s.io", "policy", RightsRules.RBAC);

    private HygieneRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(owner(), namespace(), variables());
    }

    private static Rule<ObjectSet> owner() {
        return ManifestRules.forPods("owner")
                .because("somebody must be called when it fails")
                .severity(Severity.INFO)
                .fix("add a label dev.idp/owner, owner or team")
                .link("https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/")
                .check((pod, found) -> {
                    Field metadata = pod.object().at("metadata");
                    boolean isOwned = Stream.of(metadata, pod.metadata())
                            .anyMatch(of -> says(of.get("labels")) || says(of.get("annotations")));
                    if (!isOwned && metadata.get("ownerReferences").items().isEmpty()) {
                        found.add(metadata.get("labels"), "no label says whose it is");
                    }
                });
    }

    private static boolean says(Field of) {
        return OWNERS.stream()
                .anyMatch(name ->
                        of.get(name).scalar().filter(owner -> !owner.isEmpty()).isPresent());
    }

    private static Rule<ObjectSet> namespace() {
        return ManifestRules.forObjects("namespace")
                .because("it lands in whichever namespace is chosen where it is applied")
                .severity(Severity.INFO)
                .fix("say the namespace, unless the tool that applies it does")
                .link("https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/")
                .must(
                        object -> !object.namespace().isEmpty() || !isNamespaced(object),
                        "it does not say its namespace");
    }

    private static boolean isNamespaced(ManifestObject object) {
        return NAMESPACED.contains(object.kind()) && GROUPS.contains(object.group());
    }

    private static Rule<ObjectSet> variables() {
        return ManifestRules.forContainers("variable-once")
                .because("of two values the last one holds, and nobody reads that")
                .fix("take one of them away")
                .link("https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/")
                .check(HygieneRules::repeated);
    }

    private static void repeated(Container container, ManifestFindings found) {
        Set<String> seen = new HashSet<>();
        for (Field variable : container.at("env").items()) {
            Field name = variable.get("name");
            name.text()
                    .filter(text -> !seen.add(text))
                    .ifPresent(text -> found.add(name, "it has variable " + text + " twice"));
        }
    }
}
