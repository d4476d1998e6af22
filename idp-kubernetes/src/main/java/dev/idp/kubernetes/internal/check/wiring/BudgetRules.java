package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.check.Selector;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rules on disruption budgets. */
final class BudgetRules {

    private static final String GROUP = "policy";
    private static final String KIND = "PodDisruptionBudget";
    private static final String LINK = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/";

    private BudgetRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(selects(), alone(), satisfiable());
    }

    private static List<Pod> pods(ManifestObject budget, ObjectSet objects) {
        return Selector.of(budget.at("spec", "selector"))
                .map(selector -> objects.selectedBy(budget, selector))
                .orElse(List.of());
    }

    private static Rule<ObjectSet> selects() {
        return ManifestRules.forAll("budget-selects")
                .because("a budget without pods protects nothing")
                .fix("select labels that pods have, or remove the budget; if others make the pods, waive it")
                .link(LINK)
                .check((objects, found) -> {
                    OperatedPods pods = new OperatedPods(objects);
                    objects.ofKind(GROUP, KIND).forEach(budget -> {
                        Field selector = budget.at("spec", "selector");
                        Selector.of(selector)
                                .filter(said -> pods.selectsNone(budget, said))
                                .ifPresent(said -> found.add(selector, "it selects no pods"));
                    });
                });
    }

    private static Rule<ObjectSet> alone() {
        return ManifestRules.forAll("budget-alone")
                .because("pods of two budgets cannot be evicted at all")
                .severity(Severity.ERROR)
                .fix("let each budget select pods of its own")
                .link(LINK + "#arbitrary-controllers-and-selectors")
                .check((objects, found) -> {
                    Map<Pod, ManifestObject> protectedBy = new HashMap<>();
                    for (ManifestObject budget : objects.ofKind(GROUP, KIND)) {
                        for (Pod pod : pods(budget, objects)) {
                            ManifestObject first = protectedBy.putIfAbsent(pod, budget);
                            if (first != null) {
                                found.add(
                                        budget.at("spec", "selector"),
                                        "pods of " + pod + " are protected by " + first + " as well");
                            }
                        }
                    }
                });
    }

    private static Rule<ObjectSet> satisfiable() {
        return ManifestRules.forAll("budget-satisfiable")
                .because(
                        "a node whose pods may not be evicted cannot be drained, and an upgrade of the cluster stops there")
                .fix("run one copy more, or allow one copy less")
                .link(LINK)
                .check((objects, found) -> {
                    Autoscalers autoscalers = new Autoscalers(objects);
                    objects.ofKind(GROUP, KIND)
                            .forEach(budget -> satisfiable(budget, copies(pods(budget, objects), autoscalers), found));
                });
    }

    private static void satisfiable(ManifestObject budget, OptionalLong copies, ManifestFindings found) {
        Field least = budget.at("spec", "minAvailable");
        Field most = budget.at("spec", "maxUnavailable");
        if (forbidsAll(most)) {
            found.add(most, "it allows no copy to be evicted");
        } else if (least.isPresent() && copies.isPresent() && needed(least, copies.getAsLong()) >= copies.getAsLong()) {
            found.add(
                    least,
                    "it wants " + least.scalar().orElse("") + " of "
                            + copies.getAsLong() + (copies.getAsLong() == 1 ? " copy" : " copies")
                            + " available, so none can ever be evicted");
        }
    }

    private static boolean forbidsAll(Field most) {
        String text = most.scalar().orElse("");
        return text.equals("0") || text.equals("0%");
    }

    /** A share is rounded up. */
    private static long needed(Field least, long copies) {
        return least.number().orElseGet(() -> {
            String text = least.scalar().orElse("").replace("%", "");
            return text.matches("\\d{1,3}") ? (copies * Long.parseLong(text) + 99) / 100 : 0L;
        });
    }

    /** How many copies there are at least; empty for pods of which nobody says how many there are. */
    private static OptionalLong copies(List<Pod> pods, Autoscalers autoscalers) {
        long copies = 0;
        for (Pod pod : pods) {
            Optional<Long> number =
                    switch (pod.object().kind()) {
                        case "Deployment", "StatefulSet", "ReplicaSet" -> Optional.of(autoscalers.least(pod.object()));
                        default -> Optional.empty();
                    };
            if (number.isEmpty()) {
                return OptionalLong.empty();
            }
            copies += number.get();
        }
        return pods.isEmpty() || copies == 0 ? OptionalLong.empty() : OptionalLong.of(copies);
    }
}
