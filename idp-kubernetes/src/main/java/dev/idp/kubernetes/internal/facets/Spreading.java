package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.Spread;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;

/** Over what the pods of a service are spread. */
final class Spreading {

    private Spreading() {}

    static List<TopologySpreadConstraint> of(Trace trace, ServicePlan service) {
        Decision<Spread> spread = service.decision(Settings.SPREAD);
        if (!spread.isPresent()) {
            trace.absent(
                    "/topologySpreadConstraints",
                    "left to Kubernetes, which spreads over nodes and zones as far as that is easy",
                    spread);
            return Editable.list();
        }
        if (Kinds.isOnEveryNode(service)) {
            trace.absent("/topologySpreadConstraints", "one copy on every node is spread already", spread);
            return Editable.list();
        }
        Trace at = trace.at("/topologySpreadConstraints/0");
        TopologySpreadConstraint constraint = new TopologySpreadConstraint();
        constraint.setTopologyKey(
                switch (at.value("/topologyKey", spread).over()) {
                    case ZONES -> "topology.kubernetes.io/zone";
                    case NODES -> "kubernetes.io/hostname";
                });
        constraint.setMaxSkew(at.because("/maxSkew", 1, "as evenly as can be", spread));
        constraint.setWhenUnsatisfiable(
                at.value("/whenUnsatisfiable", spread).strict() ? "DoNotSchedule" : "ScheduleAnyway");
        constraint.setLabelSelector(Metadata.selector(at.at("/labelSelector"), service.identity()));
        return Editable.list(constraint);
    }
}
