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
import java.util.List;
import java.util.Optional;

/** Rules on Services and the pods behind them. */
final class ServiceRules {

    private static final String LINK =
            "https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service";

    private ServiceRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(selects(), port(), stateful());
    }

    private static Optional<Selector> selector(ManifestObject service) {
        return Selector.ofLabels(service.at("spec", "selector"));
    }

    private static Rule<ObjectSet> selects() {
        return ManifestRules.forAll("service-selects")
                .because("whoever calls a Service without pods is refused")
                .fix("select labels that pods have, or remove the Service; if others make the pods, waive it")
                .link(LINK)
                .check((objects, found) -> {
                    OperatedPods pods = new OperatedPods(objects);
                    objects.ofKind("", "Service").forEach(service -> selector(service)
                            .filter(selector -> pods.selectsNone(service, selector))
                            .ifPresent(selector -> found.add(
                                    service.at("spec", "selector"),
                                    "it selects " + selector + ", which no pods have")));
                });
    }

    private static Rule<ObjectSet> port() {
        return ManifestRules.forKind("service-port", "", "Service")
                .because("a port that no container has leads nowhere")
                .severity(Severity.ERROR)
                .fix("name a port that a container of the pods has")
                .link(LINK)
                .check((service, found) -> selector(service).ifPresent(selector -> {
                    List<Pod> pods = found.objects().selectedBy(service, selector);
                    service.at("spec", "ports").items().forEach(port -> port(port, pods, found));
                }));
    }

    /** A number may lead to what a container does not declare; a name cannot. */
    private static void port(Field port, List<Pod> pods, ManifestFindings found) {
        Field target = port.get("targetPort");
        target.text()
                .filter(name -> !pods.isEmpty() && pods.stream().noneMatch(pod -> Ports.has(pod, name)))
                .ifPresent(name -> found.add(
                        target,
                        "its port leads to port '" + name + "', which no container of " + pods.get(0) + " has"));
    }

    private static Rule<ObjectSet> stateful() {
        return ManifestRules.forKind("stateful-set-service", "apps", "StatefulSet")
                .because("the copies of a StatefulSet are found through a headless Service")
                .fix("add a Service of that name with clusterIP: None")
                .link("https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id")
                .check((set, found) -> {
                    Field name = set.at("spec", "serviceName");
                    name.text()
                            .filter(service -> found.objects()
                                    .find(set, "", "Service", service)
                                    .isEmpty())
                            .ifPresent(service -> found.add(name, "there is no Service '" + service + "'"));
                });
    }
}
