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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on network policies. */
final class PolicyRules {

    private static final String LINK = "https://kubernetes.io/docs/concepts/services-networking/network-policies/";
    private static final String GROUP = "networking.k8s.io";
    private static final String KIND = "NetworkPolicy";

    private PolicyRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(selects(), covers(), port());
    }

    private static List<Pod> pods(ManifestObject policy, ObjectSet objects) {
        return Selector.of(policy.at("spec", "podSelector"))
                .map(selector -> objects.selectedBy(policy, selector))
                .orElse(List.of());
    }

    private static boolean isForAll(ManifestObject policy) {
        return Selector.of(policy.at("spec", "podSelector"))
                .filter(Selector::isForAll)
                .isPresent();
    }

    private static Rule<ObjectSet> selects() {
        return ManifestRules.forAll("policy-selects")
                .because("a policy without pods protects nothing, and looks as if it did")
                .fix("select labels that pods have; if others make the pods, waive it")
                .link(LINK)
                .check((objects, found) -> {
                    OperatedPods pods = new OperatedPods(objects);
                    objects.ofKind(GROUP, KIND).forEach(policy -> {
                        Field selector = policy.at("spec", "podSelector");
                        Selector.of(selector)
                                .filter(said -> !said.isForAll() && pods.selectsNone(policy, said))
                                .ifPresent(said -> found.add(selector, "it selects no pods"));
                    });
                });
    }

    private static Rule<ObjectSet> covers() {
        return ManifestRules.forAll("policy-covers")
                .because("pods without a policy can be reached from everywhere in the cluster")
                .fix("add a policy that denies everything to the namespace, and one for what is meant to come in")
                .link(LINK + "#default-deny-all-ingress-traffic")
                .check(PolicyRules::covers);
    }

    /** Where a network has policies of its own kind, theirs count as well. */
    private static void covers(ObjectSet objects, ManifestFindings found) {
        Set<Pod> covered = new HashSet<>();
        objects.ofKind(GROUP, KIND).stream()
                .filter(PolicyRules::isForIncoming)
                .forEach(policy -> covered.addAll(pods(policy, objects)));
        objects.ofKind("cilium.io", "CiliumNetworkPolicy")
                .forEach(policy -> Selector.of(policy.at("spec", "endpointSelector"))
                        .ifPresent(selector -> covered.addAll(objects.selectedBy(policy, selector))));
        objects.pods().stream()
                .filter(pod ->
                        !covered.contains(pod) && !pod.spec().get("hostNetwork").isTrue())
                .forEach(pod -> found.add(pod.metadata(), "no network policy selects its pods for what comes in"));
    }

    /** A policy is about what comes in unless it says that it is about what goes out alone. */
    private static boolean isForIncoming(ManifestObject policy) {
        Field types = policy.at("spec", "policyTypes");
        return !types.isPresent()
                || types.items().stream()
                        .anyMatch(type -> type.text().filter("Ingress"::equals).isPresent());
    }

    private static Rule<ObjectSet> port() {
        return ManifestRules.forKind("policy-port", GROUP, KIND)
                .because("policies see the ports of pods, not those of Services")
                .fix("name the port that the process listens on")
                .severity(Severity.WARNING)
                .link(LINK + "#targeting-a-range-of-ports")
                .check((policy, found) -> {
                    List<Pod> pods = pods(policy, found.objects());
                    if (!isForAll(policy) && pods.stream().allMatch(Ports::areDeclared)) {
                        policy.at("spec", "ingress").items().stream()
                                .flatMap(rule -> rule.get("ports").items().stream())
                                .forEach(port -> port(port, pods, found));
                    }
                });
    }

    private static void port(Field port, List<Pod> pods, ManifestFindings found) {
        Field number = port.get("port");
        boolean isKnown = port.get("endPort").isPresent()
                || !number.isPresent()
                || pods.stream().anyMatch(pod -> number.number()
                        .map(it -> Ports.has(pod, it))
                        .orElseGet(() -> number.text()
                                .filter(name -> Ports.has(pod, name))
                                .isPresent()));
        if (!isKnown && !pods.isEmpty()) {
            found.add(
                    number,
                    "it lets through port " + number.scalar().orElse("") + ", which no container of " + pods.get(0)
                            + " declares");
        }
    }
}
