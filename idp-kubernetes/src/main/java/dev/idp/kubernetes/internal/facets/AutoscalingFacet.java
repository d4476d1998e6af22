package dev.idp.kubernetes.internal.facets;

import dev.idp.Metric;
import dev.idp.Replicas;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ExternalMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricIdentifier;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.PodsMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import java.util.ArrayList;
import java.util.List;

/** The number of copies of a service, where it follows the load. */
final class AutoscalingFacet implements ServiceFacet {

    private static final String BY_CPU = "CPU is the one load that every service has";
    private static final String BY_MEMORY = "the service says that it gives memory back";
    private static final String PER_COPY = "the target is for each copy";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
        if (!Kinds.isScaled(service)) {
            return;
        }
        Trace trace = output.start();
        HorizontalPodAutoscaler scaler = new HorizontalPodAutoscaler();
        scaler.setMetadata(Metadata.ofWorkload(trace, "HorizontalPodAutoscaler", service, environment));
        HorizontalPodAutoscalerSpec spec = new HorizontalPodAutoscalerSpec();
        Trace scaled = trace.at("/spec/scaleTargetRef");
        String pods = "the service's pods are a " + Kinds.of(service);
        spec.setScaleTargetRef(new CrossVersionObjectReference(
                scaled.because("/apiVersion", "apps/v1", pods),
                scaled.because("/kind", Kinds.of(service), pods, service.decision(Settings.KIND)),
                scaled.value("/name", service.identity())));
        spec.setMinReplicas(trace.value("/spec/minReplicas", replicas).minimum());
        spec.setMaxReplicas(trace.value("/spec/maxReplicas", replicas).maximum());
        spec.setMetrics(new Metrics(trace, service).all());
        spec.setBehavior(Paces.of(trace, service));
        scaler.setSpec(spec);
        output.add(scaler);
    }

    private static final class Metrics {

        private static final String PER_COPY_TYPE = "AverageValue";

        private final Trace trace;
        private final ServicePlan service;
        private final List<MetricSpec> metrics = new ArrayList<>();

        Metrics(Trace trace, ServicePlan service) {
            this.trace = trace;
            this.service = service;
        }

        List<MetricSpec> all() {
            addUse("cpu", Settings.CPU_TARGET, BY_CPU);
            addUse("memory", Settings.MEMORY_TARGET, BY_MEMORY);
            service.entries(Settings.METRIC).values().forEach(this::add);
            if (metrics.isEmpty()) {
                trace.absent(
                        "/spec/metrics",
                        "left to Kubernetes, which scales at 80 percent of the CPU request",
                        service.decision(Settings.CPU_TARGET));
            }
            return metrics;
        }

        private Trace next() {
            return trace.at("/spec/metrics", metrics.size());
        }

        private void addUse(String resource, Setting<Long> setting, String reason) {
            Decision<Long> percent = service.decision(setting);
            if (!percent.isPresent()) {
                return;
            }
            Trace at = next();
            MetricTarget target = new MetricTarget();
            target.setType(at.because("/resource/target/type", "Utilization", reason));
            target.setAverageUtilization(Math.toIntExact(at.value("/resource/target/averageUtilization", percent)));
            MetricSpec metric = new MetricSpec();
            metric.setType(at.because("/type", "Resource", reason));
            metric.setResource(new ResourceMetricSource(at.because("/resource/name", resource, reason), target));
            metrics.add(metric);
        }

        private void add(Decision<Metric> said) {
            Trace at = next();
            at.cite("", said);
            MetricTarget target = new MetricTarget();
            target.setType(PER_COPY_TYPE);
            target.setAverageValue(new Quantity(Long.toString(said.get().target())));
            MetricIdentifier name = new MetricIdentifier(said.get().name(), null);
            MetricSpec metric = new MetricSpec();
            switch (said.get().source()) {
                case COPIES -> {
                    at.because("/pods/target/type", PER_COPY_TYPE, PER_COPY, said);
                    metric.setType("Pods");
                    metric.setPods(new PodsMetricSource(name, target));
                }
                case ELSEWHERE -> {
                    at.because("/external/target/type", PER_COPY_TYPE, PER_COPY, said);
                    metric.setType("External");
                    metric.setExternal(new ExternalMetricSource(name, target));
                }
            }
            metrics.add(metric);
        }
    }
}
