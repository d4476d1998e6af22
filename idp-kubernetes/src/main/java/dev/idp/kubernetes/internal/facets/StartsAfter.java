package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * After what a workload starts, as an annotation: the names of services and jobs, sorted, with commas between.
 *
 * <p>Kubernetes knows no order of starts, so it is for whoever applies the objects: the annotation says it, so that the plain
 * YAML holds all that is known, and pods need not be made anew when only the order changes. Pods that wait themselves, which
 * {@link StartWaits} makes, must be allowed to ask the API server, and are held up at each restart, long after the order has
 * lost its point: they are for those who ask for them.
 */
final class StartsAfter {

    private StartsAfter() {}

    static void annotate(
            Trace trace, Map<String, String> annotations, WorkloadPlan workload, EnvironmentPlan environment) {
        List<Start> starts = environment.graph().waitsFor(workload.name());
        if (starts.isEmpty()) {
            return;
        }
        List<Decision<?>> decisions = new ArrayList<>();
        for (Start start : starts) {
            environment.findWorkload(start.to()).ifPresent(first -> decisions.add(first.identity()));
            decisions.addAll(start.because());
        }
        Trace at = trace.at("", Metadata.STARTS_AFTER);
        at.cite("", decisions.toArray(Decision<?>[]::new));
        at.rule("", "Kubernetes knows no order of starts, so it is for whoever applies this");
        annotations.put(
                Metadata.STARTS_AFTER, starts.stream().map(Start::to).sorted().collect(Collectors.joining(",")));
    }
}
