package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an autoscaler decides the number of copies of. */
final class ScaledObjects {

    private final Set<Target> targets = new HashSet<>();

    private record Target(Scope scope, String kind, String name) {}

    ScaledObjects(ObjectSet objects) {
        add(objects.ofKind("autoscaling", "HorizontalPodAutoscaler"));
        add(objects.ofKind("keda.sh", "ScaledObject"));
    }

    private void add(List<ManifestObject> scalers) {
        for (ManifestObject scaler : scalers) {
            targets.add(new Target(
                    Scope.of(scaler),
                    // KEDA scales Deployments unless told otherwise.
                    scaler.at("spec", "scaleTargetRef", "kind").text().orElse("Deployment"),
                    scaler.at("spec", "scaleTargetRef", "name").text().orElse("")));
        }
    }

    boolean has(ManifestObject object) {
        return targets.contains(new Target(Scope.of(object), object.kind(), object.name()));
    }
}
