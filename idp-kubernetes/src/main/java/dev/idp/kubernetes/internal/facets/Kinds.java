package dev.idp.kubernetes.internal.facets;

import dev.idp.Replicas;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** Which object runs the pods of a service, and what all such objects say. */
final class Kinds {

    private Kinds() {}

    static String of(ServicePlan service) {
        return switch (service.serviceKind()) {
            case STATELESS -> "Deployment";
            case STATEFUL -> "StatefulSet";
            case PER_NODE -> "DaemonSet";
        };
    }

    static boolean isOnEveryNode(ServicePlan service) {
        return service.serviceKind() == ServiceKind.PER_NODE;
    }

    /** Whether the number of copies follows the load. */
    static boolean isScaled(ServicePlan service) {
        return service.get(Settings.REPLICAS).filter(Replicas::isScaled).isPresent() && !isOnEveryNode(service);
    }

    static String reason(ServicePlan service) {
        return switch (service.serviceKind()) {
            case STATELESS -> "any copy can take the place of any other";
            case STATEFUL -> "each copy keeps its name and its storage";
            case PER_NODE -> "one copy runs on every node";
        };
    }

    /** Names and labels of the object that runs the pods, with the version and with what it starts after. */
    static ObjectMeta meta(Trace trace, String kind, WorkloadPlan workload, EnvironmentPlan environment) {
        ObjectMeta meta = Metadata.ofWorkload(trace, kind, workload, environment);
        meta.setLabels(Metadata.versioned(trace.at("/metadata/labels"), workload, environment));
        StartsAfter.annotate(trace.at("/metadata/annotations"), meta.getAnnotations(), workload, environment);
        return meta;
    }

    static ObjectMeta ofService(Trace trace, ServicePlan service, EnvironmentPlan environment) {
        ObjectMeta meta = meta(trace, of(service), service, environment);
        trace.because("/kind", of(service), reason(service), service.decision(Settings.KIND));
        return meta;
    }

    /** The number of copies, unless others set it. */
    static @Nullable Integer replicas(Trace trace, Decision<Replicas> replicas) {
        if (replicas.value().isEmpty()) {
            trace.absent("/spec/replicas", "the number of copies is left to others", replicas);
            return null;
        }
        if (replicas.get().isScaled()) {
            trace.absent("/spec/replicas", "the autoscaler owns the number of copies", replicas);
            return null;
        }
        return trace.value("/spec/replicas", replicas).minimum();
    }
}
