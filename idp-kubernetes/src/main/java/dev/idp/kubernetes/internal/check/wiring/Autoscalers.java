package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.tree.ApiVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Autoscalers and what they scale: those of Kubernetes, and <a
 * href="https://keda.sh/docs/latest/reference/scaledobject-spec/">KEDA</a>'s, which make some.
 */
public final class Autoscalers {

    private static final String GROUP = "autoscaling";
    private static final String KIND = "HorizontalPodAutoscaler";

    private final Map<ManifestObject, List<ManifestObject>> byTarget = new LinkedHashMap<>();

    /**
     * Finds what all autoscalers scale.
     *
     * @param objects the objects
     */
    public Autoscalers(ObjectSet objects) {
        add(objects.ofKind(GROUP, KIND), objects);
        add(objects.ofKind("keda.sh", "ScaledObject"), objects);
    }

    private void add(List<ManifestObject> autoscalers, ObjectSet objects) {
        for (ManifestObject autoscaler : autoscalers) {
            target(autoscaler, objects).ifPresent(target -> byTarget.computeIfAbsent(target, all -> new ArrayList<>(1))
                    .add(autoscaler));
        }
    }

    /**
     * Returns what an autoscaler scales.
     *
     * @param autoscaler the autoscaler
     * @param objects where to look
     * @return the object; empty if there is none
     */
    public static Optional<ManifestObject> target(ManifestObject autoscaler, ObjectSet objects) {
        Field target = autoscaler.at("spec", "scaleTargetRef");
        // KEDA means a Deployment unless it is told otherwise.
        String apiVersion = target.get("apiVersion").text().orElse("apps/v1");
        return objects.find(
                autoscaler,
                ApiVersions.group(apiVersion),
                target.get("kind").text().orElse("Deployment"),
                target.get("name").text().orElse(""));
    }

    /**
     * Returns what scales a workload.
     *
     * @param workload the object that makes the pods
     * @return the autoscalers; no more than one if all is well
     */
    public List<ManifestObject> of(ManifestObject workload) {
        return byTarget.getOrDefault(workload, List.of());
    }

    /**
     * Tells whether something scales a workload.
     *
     * @param workload the object that makes the pods
     * @return true if its number of copies is an autoscaler's to decide
     */
    public boolean scale(ManifestObject workload) {
        return byTarget.containsKey(workload);
    }

    /** Returns every target with its autoscalers. */
    Map<ManifestObject, List<ManifestObject>> byTarget() {
        return byTarget;
    }

    /**
     * Returns how many copies a workload has at least.
     *
     * @param workload a workload of which there can be several copies
     * @return the least number that its autoscaler keeps, or the fixed one
     */
    public long least(ManifestObject workload) {
        return of(workload).stream()
                .findFirst()
                .map(Autoscalers::leastOf)
                .orElseGet(() -> workload.at("spec", "replicas").number().orElse(1L));
    }

    private static long leastOf(ManifestObject autoscaler) {
        return autoscaler.is(GROUP, KIND)
                ? autoscaler.at("spec", "minReplicas").number().orElse(1L)
                : autoscaler.at("spec", "minReplicaCount").number().orElse(0L);
    }
}
