package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the Service before a pod, by the first label that each Service asks for. */
final class ServicesByLabel {

    private final Map<Label, List<ManifestObject>> services = new HashMap<>();

    private record Label(Scope scope, String name, String value) {}

    ServicesByLabel(ObjectSet objects) {
        for (ManifestObject service : objects.ofKind("", "Service")) {
            selector(service).entrySet().stream().findFirst().ifPresent(first -> services.computeIfAbsent(
                            label(service, first.getKey(), first.getValue()), label -> new ArrayList<>())
                    .add(service));
        }
    }

    Optional<ManifestObject> before(Pod pod) {
        Map<String, Field> labels = pod.metadata().get("labels").entries();
        return labels.entrySet().stream()
                .flatMap(label ->
                        services
                                .getOrDefault(label(pod.object(), label.getKey(), label.getValue()), List.of())
                                .stream())
                .filter(service -> selector(service).entrySet().stream().allMatch(wanted -> Optional.ofNullable(
                                labels.get(wanted.getKey()))
                        .filter(label -> label.scalar().equals(wanted.getValue().scalar()))
                        .isPresent()))
                .findFirst();
    }

    private static Map<String, Field> selector(ManifestObject service) {
        return service.at("spec", "selector").entries();
    }

    private static Label label(ManifestObject object, String name, Field value) {
        return new Label(Scope.of(object), name, value.scalar().orElse(""));
    }
}
