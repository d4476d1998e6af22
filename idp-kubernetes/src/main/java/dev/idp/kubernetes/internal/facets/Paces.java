package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Scaling;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How fast an autoscaler changes the number of copies. */
final class Paces {

    private Paces() {}

    static @Nullable HorizontalPodAutoscalerBehavior of(Trace trace, ServicePlan service) {
        Trace at = trace.at("/spec/behavior");
        Decision<Scaling> said = service.decision(KubernetesSettings.SCALING);
        if (!said.isPresent()) {
            at.absent("", KubernetesSettings.SCALING.reason(), said);
            return null;
        }
        Scaling scaling = at.value("", said);
        HorizontalPodAutoscalerBehavior behavior = new HorizontalPodAutoscalerBehavior();
        behavior.setScaleUp(rules(at.at("/scaleUp"), said, scaling.up(), "which adds copies at once"));
        behavior.setScaleDown(
                rules(at.at("/scaleDown"), said, scaling.down(), "which removes copies after five minutes"));
        return behavior;
    }

    private static @Nullable HPAScalingRules rules(
            Trace trace, Decision<Scaling> said, Optional<Pace> given, String otherwise) {
        if (given.isEmpty()) {
            trace.absent("", "left to Kubernetes, " + otherwise, said);
            return null;
        }
        Pace pace = given.get();
        String usual = pace.choice().filter(Pace.Choice.NEVER::equals).isPresent()
                ? "the number does not change in this direction"
                : "left to Kubernetes, " + otherwise;
        HPAScalingRules rules = new HPAScalingRules();
        pace.window()
                .ifPresentOrElse(
                        window -> rules.setStabilizationWindowSeconds(Math.toIntExact(window.toSeconds())),
                        () -> trace.absent("/stabilizationWindowSeconds", usual, said));
        List<HPAScalingPolicy> policies = new ArrayList<>();
        for (Pace.Step step : pace.steps()) {
            policies.add(new HPAScalingPolicy(
                    Math.toIntExact(step.per().toSeconds()),
                    step.most().isPercentage() ? "Percent" : "Pods",
                    step.most().amount()));
        }
        rules.setPolicies(policies);
        if (policies.isEmpty()) {
            trace.absent("/policies", usual, said);
        }
        pace.choice()
                .ifPresentOrElse(
                        choice -> rules.setSelectPolicy(word(choice)),
                        () -> trace.absent("/selectPolicy", "left to Kubernetes, for which the fastest counts", said));
        return rules;
    }

    private static String word(Pace.Choice choice) {
        return switch (choice) {
            case FASTEST -> "Max";
            case SLOWEST -> "Min";
            case NEVER -> "Disabled";
        };
    }
}
