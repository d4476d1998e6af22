package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Container;
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
import java.util.TreeMap;

/** Rules on how containers are asked how they are. */
final class ProbeRules {

    private static final String PROBES =
            "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/";

    /** What Kubernetes takes for granted. */
    private static final long PERIOD = 10;

    private static final long FAILURES = 3;

    /** Jobs, and pods that say so. */
    private static final Condition<Pod> RUNS_TO_AN_END = Condition.anyOf(
            Condition.ofObject(Condition.field("apiVersion").startsWith("batch/")),
            Condition.field("restartPolicy").isOneOf("OnFailure", "Never"));

    private ProbeRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(readiness(), liveness(), different());
    }

    private static Rule<ObjectSet> readiness() {
        return ManifestRules.forAll("readiness-probe")
                .because("without a readiness probe, requests reach copies that cannot answer")
                .fix("add a readinessProbe to the container that answers")
                .link(PROBES)
                .check((objects, found) -> {
                    Map<Pod, ManifestObject> services = services(objects);
                    objects.pods().forEach(pod -> ready(pod, services, found));
                });
    }

    private static void ready(Pod pod, Map<Pod, ManifestObject> services, ManifestFindings found) {
        boolean says = pod.containers().stream()
                .filter(Container::isLasting)
                .anyMatch(container -> container.at("readinessProbe").isPresent());
        if (!says && !pod.isOfJob()) {
            Optional<ManifestObject> service = Optional.ofNullable(services.get(pod))
                    .filter(before ->
                            !before.at("spec", "publishNotReadyAddresses").isTrue());
            service.ifPresent(before -> found.add(
                    pod.spec().get("containers"),
                    "it is behind " + before.reference() + ", and no container says when it is ready"));
        }
    }

    /** The first Service before each pod that has one. */
    private static Map<Pod, ManifestObject> services(ObjectSet objects) {
        Map<Pod, ManifestObject> services = new HashMap<>();
        objects.ofKind("", "Service").forEach(service -> Selector.ofLabels(service.at("spec", "selector"))
                .ifPresent(selector ->
                        objects.selectedBy(service, selector).forEach(pod -> services.putIfAbsent(pod, service))));
        return services;
    }

    private static Rule<ObjectSet> liveness() {
        return ManifestRules.forContainers("liveness-probe")
                .because("what hangs without ending is restarted by nobody")
                .severity(Severity.INFO)
                .fix("add a livenessProbe if it can hang; one that asks too much restarts what is merely busy")
                .link(PROBES)
                .must(
                        Condition.anyOf(
                                        Condition.isAmong(Container.Role.INIT, Container.Role.EPHEMERAL),
                                        Condition.ofPod(RUNS_TO_AN_END),
                                        Condition.field("livenessProbe").isPresent())
                                .foundAt(),
                        "nobody notices if it hangs");
    }

    private static Rule<ObjectSet> different() {
        return ManifestRules.forContainers("probes-differ")
                .because("a copy that is merely busy is restarted, and its load falls on the others")
                .fix("ask liveness something simpler, or let it fail more often before it counts")
                .link(PROBES)
                .check((container, found) -> {
                    Field liveness = container.at("livenessProbe");
                    Field readiness = container.at("readinessProbe");
                    if (liveness.isPresent()
                            && isWorkOfTheProcess(liveness)
                            && question(liveness).equals(question(readiness))
                            && patience(liveness) <= patience(readiness)) {
                        found.add(
                                liveness,
                                "it is restarted as soon as it is not ready, since liveness asks what readiness asks");
                    }
                });
    }

    /** The kernel accepts a connection for the process, however busy that is. */
    private static boolean isWorkOfTheProcess(Field probe) {
        return !probe.get("tcpSocket").isPresent();
    }

    private static Map<String, Optional<Object>> question(Field probe) {
        Map<String, Optional<Object>> question = new TreeMap<>();
        for (String way : List.of("httpGet", "grpc", "exec")) {
            question.put(way, probe.get(way).value());
        }
        return question;
    }

    private static long patience(Field probe) {
        return probe.get("periodSeconds").number().orElse(PERIOD)
                * probe.get("failureThreshold").number().orElse(FAILURES);
    }
}
