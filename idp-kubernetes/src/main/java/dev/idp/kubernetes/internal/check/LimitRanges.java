package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What namespaces give containers that say no sizes. */
final class LimitRanges {

    private final Map<Scope, List<Field>> ofContainers = new HashMap<>();

    LimitRanges(ObjectSet objects) {
        for (ManifestObject range : objects.ofKind("", "LimitRange")) {
            for (Field limit : range.at("spec", "limits").items()) {
                if (limit.get("type").text().filter("Container"::equals).isPresent()) {
                    ofContainers
                            .computeIfAbsent(Scope.of(range), scope -> new ArrayList<>())
                            .add(limit);
                }
            }
        }
    }

    /** A missing default is taken from the greatest amount, a missing default of requests from that or the least. */
    boolean request(Container container, String resource) {
        return gives(container, resource, "defaultRequest", "default", "max", "min");
    }

    boolean limit(Container container, String resource) {
        return gives(container, resource, "default", "max");
    }

    private boolean gives(Container container, String resource, String... fields) {
        for (Field limit : ofContainers.getOrDefault(Scope.of(container.pod().object()), List.of())) {
            for (String field : fields) {
                if (limit.at(field, resource).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
