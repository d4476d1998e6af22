package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.util.Map;

/** The rules for the kinds that do not say by a condition {@code Ready} whether they are. */
final class KindRules {

    private static final Rule AT_ONCE = subject -> Status.current("there is nothing to wait for");

    private static final Map<GroupKind, Rule> RULES = Map.ofEntries(
            rule("", "ConfigMap", AT_ONCE),
            rule("", "Secret", AT_ONCE),
            rule("", "Pod", PodRules::pod),
            rule("", "PersistentVolumeClaim", ClaimRules::claim),
            rule("", "Service", AddressRules::service),
            rule("gateway.networking.k8s.io", "Gateway", AddressRules::gateway),
            rule("apps", "Deployment", DeploymentRules::deployment),
            rule("extensions", "Deployment", DeploymentRules::deployment),
            rule("apps", "ReplicaSet", DeploymentRules::replicaSet),
            rule("extensions", "ReplicaSet", DeploymentRules::replicaSet),
            rule("apps", "StatefulSet", StatefulSetRules::statefulSet),
            rule("apps", "DaemonSet", DaemonSetRules::daemonSet),
            rule("extensions", "DaemonSet", DaemonSetRules::daemonSet),
            rule("batch", "Job", JobRules::job),
            rule("batch", "CronJob", AT_ONCE),
            rule("policy", "PodDisruptionBudget", AT_ONCE),
            rule("apiextensions.k8s.io", "CustomResourceDefinition", ApiRules::definition),
            rule("apiregistration.k8s.io", "APIService", ApiRules::service));

    private KindRules() {}

    static Rule of(GroupKind kind) {
        return RULES.getOrDefault(kind, GenericRules::ready);
    }

    private static Map.Entry<GroupKind, Rule> rule(String group, String kind, Rule rule) {
        return Map.entry(new GroupKind(group, kind), rule);
    }
}
