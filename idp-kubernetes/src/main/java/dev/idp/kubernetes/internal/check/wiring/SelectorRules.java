package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.check.Selector;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Optional;

/** Rules on how workloads find their own pods. */
final class SelectorRules {

    private static final String LINK = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector";

    private SelectorRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(own(), others());
    }

    /** Jobs make selectors of their own. */
    private static Optional<Selector> selector(Pod pod) {
        Field field = field(pod);
        return switch (pod.object().kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> Selector.of(field);
            case "DeploymentConfig", "ReplicationController" -> Selector.ofLabels(field);
            default -> Optional.empty();
        };
    }

    private static Field field(Pod pod) {
        return pod.object().at("spec", "selector");
    }

    private static Rule<ObjectSet> own() {
        return ManifestRules.forPods("selects-own-pods")
                .because("the API server refuses what would never find its own pods")
                .severity(Severity.ERROR)
                .fix("give the pods the labels that the selector names")
                .link(LINK)
                .check((pod, found) -> selector(pod)
                        .filter(selector -> selector.isForAll() || !selector.matches(pod.labels()))
                        .ifPresent(selector ->
                                found.add(field(pod), "it selects " + selector + ", which is not what its pods have")));
    }

    private static Rule<ObjectSet> others() {
        return ManifestRules.forPods("selects-own-pods-alone")
                .because("two that select the same pods remove each other's")
                .severity(Severity.ERROR)
                .fix("select a label that only its own pods have; the selector of what runs already cannot be changed")
                .link(LINK)
                .check((pod, found) -> selector(pod).ifPresent(selector -> shared(pod, selector, found)));
    }

    private static void shared(Pod pod, Selector selector, ManifestFindings found) {
        found.objects().selectedBy(pod.object(), selector).stream()
                .filter(other ->
                        !other.object().equals(pod.object()) && selector(other).isPresent())
                .findFirst()
                .ifPresent(other -> found.add(
                        field(pod), "it selects " + selector + ", which pods of " + other.object() + " have as well"));
    }
}
