package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on autoscalers and what they scale. */
final class AutoscalerRules {

    private static final String LINK = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/";

    private AutoscalerRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(target(), bounds(), alone(), replicas(), measurable());
    }

    private static RuleDraft.Named<ObjectSet, ManifestObject, ManifestFindings> forAutoscalers(String id) {
        return ManifestRules.forKind(id, "autoscaling", "HorizontalPodAutoscaler");
    }

    private static Rule<ObjectSet> target() {
        return forAutoscalers("autoscaler-target")
                .because("an autoscaler without a target scales nothing")
                .severity(Severity.ERROR)
                .fix("name what there is, with the group of its API")
                .link(LINK)
                .check((autoscaler, found) -> {
                    Field target = autoscaler.at("spec", "scaleTargetRef");
                    if (Autoscalers.target(autoscaler, found.objects()).isEmpty()) {
                        found.add(
                                target,
                                "it scales " + target.get("kind").text().orElse("?") + "/"
                                        + target.get("name").text().orElse("?") + ", which there is not");
                    }
                });
    }

    private static Rule<ObjectSet> bounds() {
        return forAutoscalers("autoscaler-bounds")
                .because("the API server refuses bounds that contradict each other")
                .severity(Severity.ERROR)
                .fix("let minReplicas be at most maxReplicas")
                .link(LINK)
                .check((autoscaler, found) -> {
                    long least = autoscaler.at("spec", "minReplicas").number().orElse(1L);
                    Field most = autoscaler.at("spec", "maxReplicas");
                    most.number()
                            .filter(number -> number < least)
                            .ifPresent(
                                    number -> found.add(most, "at least " + least + " copies, and at most " + number));
                });
    }

    private static Rule<ObjectSet> alone() {
        return ManifestRules.forAll("autoscaler-alone")
                .because("two autoscalers of one target undo each other")
                .severity(Severity.ERROR)
                .fix("join them: one autoscaler can look at several metrics")
                .link(LINK)
                .check((objects, found) -> new Autoscalers(objects)
                        .byTarget()
                        .forEach((target, autoscalers) -> autoscalers.stream()
                                .skip(1)
                                .forEach(autoscaler -> found.add(
                                        autoscaler.at("spec", "scaleTargetRef"),
                                        autoscalers.get(0).reference() + " scales it as well"))));
    }

    private static Rule<ObjectSet> replicas() {
        return forAutoscalers("autoscaler-owns-replicas")
                .because("each time it is applied, the number of copies jumps to the fixed one")
                .fix("remove spec.replicas of the target")
                .link(LINK + "#migrating-deployments-and-statefulsets-to-horizontal-autoscaling")
                .check((autoscaler, found) -> Autoscalers.target(autoscaler, found.objects())
                        .map(target -> target.at("spec", "replicas"))
                        .filter(Field::isPresent)
                        .ifPresent(replicas -> found.add(
                                replicas, "it has a fixed number of copies beside " + autoscaler.reference())));
    }

    private static Rule<ObjectSet> measurable() {
        return forAutoscalers("autoscaler-measurable")
                .because("a share of what nobody requests cannot be computed, and then nothing is scaled")
                .severity(Severity.ERROR)
                .fix("let every container request it")
                .link(LINK + "#how-does-a-horizontalpodautoscaler-work")
                .check((autoscaler, found) -> Autoscalers.target(autoscaler, found.objects())
                        .flatMap(Pod::of)
                        .ifPresent(
                                pod -> autoscaler.at("spec", "metrics").items().forEach(metric -> {
                                    if (metric.at("resource", "target", "averageUtilization")
                                            .isPresent()) {
                                        measurable(metric.at("resource", "name"), pod, found);
                                    }
                                })));
    }

    private static void measurable(Field resource, Pod pod, ManifestFindings found) {
        resource.text().ifPresent(name -> pod.containers().stream()
                .filter(Container::isLasting)
                .filter(container ->
                        !container.at("resources", "requests", name).isPresent()
                                && !container.at("resources", "limits", name).isPresent())
                .findFirst()
                .ifPresent(container -> found.add(
                        resource, "it looks at " + name + ", and " + container + " of " + pod + " requests none")));
    }
}
