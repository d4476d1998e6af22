package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import dev.idp.policy.Severity;
import java.util.List;

/**
 * Rules on what containers ask for and may take, whether they say it, their pod does, or the LimitRange of their namespace.
 * There is none on a limit of CPU: what that protects, requests protect as well, and it costs time that nobody else uses.
 */
final class SizeRules {

    private static final String LINK = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

    private SizeRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(
                requested(
                        draft("cpu-request", "what asks for no CPU is put where there is none, and starved first")
                                .fix("add a request: what it needs on an ordinary day"),
                        "cpu",
                        "it asks for no CPU"),
                requested(
                        draft("memory-request", "what asks for no memory is put where there is none, and killed first")
                                .fix("add a request: what it needs at its peak"),
                        "memory",
                        "it asks for no memory"),
                rule(
                        draft("memory-limit", "what leaks must not take its neighbours down")
                                .fix("add a limit, best equal to the request; beyond it, it is killed"),
                        (container, ranges) -> has(container, "limits", "memory") || ranges.limit(container, "memory"),
                        "limits",
                        "it may take all memory of its node"),
                requested(
                        draft(
                                        "ephemeral-storage",
                                        "a log that grows fills the node's disk, and all its pods are evicted")
                                .severity(Severity.INFO)
                                .fix(
                                        "add a request or a limit of ephemeral-storage; beyond a limit, it is evicted alone"),
                        "ephemeral-storage",
                        "it asks for no local disk, and may fill it"));
    }

    private static RuleDraft<ObjectSet, ObjectSet, ManifestFindings> draft(String id, String because) {
        return ManifestRules.forAll(id).because(because).link(LINK);
    }

    private static Rule<ObjectSet> requested(
            RuleDraft<ObjectSet, ObjectSet, ManifestFindings> draft, String resource, String message) {
        return rule(
                draft,
                // Kubernetes takes a limit for the request that is missing.
                (container, ranges) -> has(container, "requests", resource)
                        || has(container, "limits", resource)
                        || ranges.request(container, resource),
                "requests",
                message);
    }

    @FunctionalInterface
    private interface Demand {
        boolean isMet(Container container, LimitRanges ranges);
    }

    private static Rule<ObjectSet> rule(
            RuleDraft<ObjectSet, ObjectSet, ManifestFindings> draft, Demand demand, String field, String message) {
        return draft.check((objects, found) -> {
            LimitRanges ranges = new LimitRanges(objects);
            for (Pod pod : objects.pods()) {
                for (Container container : pod.containers()) {
                    // Ephemeral ones may say no sizes.
                    if (container.role() != Container.Role.EPHEMERAL && !demand.isMet(container, ranges)) {
                        found.at(container).add(container.at("resources", field), message);
                    }
                }
            }
        });
    }

    private static boolean has(Container container, String field, String resource) {
        Field ofPod = container.pod().spec().at("resources", field, resource);
        return container.at("resources", field, resource).isPresent() || ofPod.isPresent();
    }
}
