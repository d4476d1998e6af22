package dev.idp.kubernetes.internal.facets;

import dev.idp.Replicas;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;

/** The number of copies of a service, where it follows the load. */
final class AutoscalingFacet implements ServiceFacet {

    private static final String BY_CPU = "CPU is the one load that every service has";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
        if (replicas.value().filter(Replicas::isScaled).isEmpty()) {
            return;
        }
        Trace trace = output.start();
        HorizontalPodAutoscaler scaler = new HorizontalPodAutoscaler();
        scaler.setMetadata(Metadata.ofWorkload(trace, "HorizontalPodAutoscaler", service, environment));
        HorizontalPodAutoscalerSpec spec = new HorizontalPodAutoscalerSpec();
        Trace scaled = trace.at("/spec/scaleTargetRef");
        spec.setScaleTargetRef(new CrossVersionObjectReference(
                scaled.because("/apiVersion", "apps/v1", "the service's pods are a Deployment"),
                scaled.because("/kind", "Deployment", "the service's pods are a Deployment"),
                scaled.value("/name", service.identity())));
        spec.setMinReplicas(trace.value("/spec/minReplicas", replicas).minimum());
        spec.setMaxReplicas(trace.value("/spec/maxReplicas", replicas).maximum());
        Decision<Long> target = service.decision(Settings.CPU_TARGET);
        if (target.isPresent()) {
            spec.setMetrics(Editable.list(cpu(trace.at("/spec/metrics/0"), target)));
        } else {
            trace.absent("/spec/metrics", "left to Kubernetes, which scales at 80 percent of the CPU request", target);
        }
        scaler.setSpec(spec);
        output.add(scaler);
    }

    private static MetricSpec cpu(Trace trace, Decision<Long> percent) {
        MetricTarget target = new MetricTarget();
        target.setType(trace.because("/resource/target/type", "Utilization", BY_CPU));
        target.setAverageUtilization(Math.toIntExact(trace.value("/resource/target/averageUtilization", percent)));
        MetricSpec metric = new MetricSpec();
        metric.setType(trace.because("/type", "Resource", BY_CPU));
        metric.setResource(new ResourceMetricSource(trace.because("/resource/name", "cpu", BY_CPU), target));
        return metric;
    }
}
