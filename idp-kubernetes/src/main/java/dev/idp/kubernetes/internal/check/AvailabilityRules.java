package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.check.wiring.Autoscalers;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on whether something answers while one copy does not. */
final class AvailabilityRules {

    private static final String APPS = "apps";

    private AvailabilityRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(replicas(), rollOut(), spread());
    }

    private static Rule<ObjectSet> replicas() {
        return ManifestRules.forAll("replicas")
                .because("the only copy goes down with its node, and with every roll-out of the nodes")
                .severity(Severity.INFO)
                .fix("say two replicas or more where that matters")
                .link("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas")
                .check((objects, found) -> {
                    Autoscalers scaled = new Autoscalers(objects);
                    for (ManifestObject deployment : objects.ofKind(APPS, "Deployment")) {
                        if (copies(deployment) == 1 && !scaled.scale(deployment)) {
                            found.add(deployment.at("spec", "replicas"), "it runs one copy");
                        }
                    }
                });
    }

    private static Rule<ObjectSet> rollOut() {
        return ManifestRules.forAll("roll-out")
                .because("a roll-out need not be an outage")
                .fix("let new copies start before old ones end, unless two versions must never run at once")
                .link("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy")
                .check((objects, found) -> {
                    Autoscalers scaled = new Autoscalers(objects);
                    for (ManifestObject deployment : objects.ofKind(APPS, "Deployment")) {
                        if (copies(deployment) > 1 || scaled.scale(deployment)) {
                            strategy(deployment.at("spec", "strategy"), found);
                        }
                    }
                    for (String kind : List.of("StatefulSet", "DaemonSet")) {
                        objects.ofKind(APPS, kind).forEach(object -> byHand(object, found));
                    }
                });
    }

    private static void strategy(Field strategy, ManifestFindings found) {
        Field type = strategy.get("type");
        Field unavailable = strategy.at("rollingUpdate", "maxUnavailable");
        if (type.text().filter("Recreate"::equals).isPresent()) {
            found.add(type, "all its copies end before a new one starts");
        } else if (unavailable.text().filter("100%"::equals).isPresent()) {
            found.add(unavailable, "all its copies may end at once");
        }
    }

    private static void byHand(ManifestObject object, ManifestFindings found) {
        Field type = object.at("spec", "updateStrategy", "type");
        if (type.text().filter("OnDelete"::equals).isPresent()) {
            found.add(
                    Severity.INFO,
                    type,
                    "a new version runs only once somebody deletes its pods",
                    "say RollingUpdate, unless somebody does");
        }
    }

    private static Rule<ObjectSet> spread() {
        return ManifestRules.forAll("spread")
                .because("copies on one node go down together")
                .severity(Severity.INFO)
                .fix("add topologySpreadConstraints; by default they are spread only as far as that is easy")
                .link("https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/")
                .check((objects, found) -> {
                    Autoscalers scaled = new Autoscalers(objects);
                    for (String kind : List.of("Deployment", "StatefulSet")) {
                        for (ManifestObject object : objects.ofKind(APPS, kind)) {
                            Field pod = object.at("spec", "template", "spec");
                            if ((copies(object) > 1 || scaled.scale(object)) && !isSpread(pod)) {
                                found.add(pod.get("topologySpreadConstraints"), "its copies may all run on one node");
                            }
                        }
                    }
                });
    }

    private static boolean isSpread(Field pod) {
        return !pod.get("topologySpreadConstraints").items().isEmpty()
                || pod.at("affinity", "podAntiAffinity").isPresent();
    }

    private static long copies(ManifestObject object) {
        return object.at("spec", "replicas").number().orElse(1L);
    }
}
