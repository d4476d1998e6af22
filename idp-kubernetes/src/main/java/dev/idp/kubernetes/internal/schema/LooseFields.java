package dev.idp.kubernetes.internal.schema;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fields that documents of clusters call required, while the API server fills them in, or takes them for empty: a zero and an
 * empty text are as good as nothing once they are decoded.
 */
final class LooseFields {

    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("io.k8s.api.apps.v1.ControllerRevision", Set.of("revision")),
            Map.entry("io.k8s.api.batch.v1.PodFailurePolicy", Set.of("rules")),
            Map.entry("io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern", Set.of("status")),
            Map.entry("io.k8s.api.core.v1.Event", Set.of("involvedObject", "metadata")),
            Map.entry("io.k8s.api.core.v1.HTTPHeader", Set.of("value")),
            Map.entry("io.k8s.api.core.v1.ISCSIPersistentVolumeSource", Set.of("lun")),
            Map.entry("io.k8s.api.core.v1.ISCSIVolumeSource", Set.of("lun")),
            Map.entry("io.k8s.api.core.v1.LimitRangeSpec", Set.of("limits")),
            Map.entry("io.k8s.api.core.v1.PreferredSchedulingTerm", Set.of("preference")),
            Map.entry("io.k8s.api.core.v1.SleepAction", Set.of("seconds")),
            Map.entry("io.k8s.api.core.v1.Sysctl", Set.of("value")),
            Map.entry("io.k8s.api.discovery.v1.EndpointSlice", Set.of("endpoints")),
            Map.entry("io.k8s.api.events.v1.Event", Set.of("eventTime")),
            Map.entry("io.k8s.api.rbac.v1.RoleRef", Set.of("apiGroup")),
            Map.entry("io.k8s.api.resource.v1.DeviceClass", Set.of("spec")),
            Map.entry("io.k8s.api.scheduling.v1.PriorityClass", Set.of("value")));

    private LooseFields() {}

    static Schema without(String definition, Schema schema) {
        Set<String> loose = FIELDS.get(definition);
        if (loose == null) {
            return schema;
        }
        MapSchema map = schema.map();
        Set<String> required = new LinkedHashSet<>(map.required());
        required.removeAll(loose);
        return schema.with(
                new MapSchema(map.properties(), required, map.others(), map.open(), map.embedded(), map.size()));
    }
}
