package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects that share what a namespace has: found once, since there may be as many namespaces as objects of one. */
final class Namespace {

    /** Where it is. An object that says no namespace is in one of no name, with others that say none. */
    record Key(String environment, String name) {

        static Key of(ManifestObject object) {
            return new Key(object.environment(), object.namespace());
        }
    }

    private final List<ManifestObject> objects = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final Map<String, Field> autoscalers = new HashMap<>();

    private Namespace() {}

    static Collection<Namespace> all(ObjectSet objects) {
        return byKey(objects).values();
    }

    static Map<Key, Namespace> byKey(ObjectSet objects) {
        Map<Key, Namespace> all = new LinkedHashMap<>();
        objects.objects().forEach(object -> all.computeIfAbsent(Key.of(object), key -> new Namespace())
                .add(object));
        return all;
    }

    private void add(ManifestObject object) {
        objects.add(object);
        Pod.of(object).ifPresent(pods::add);
        if (object.is("autoscaling", "HorizontalPodAutoscaler")) {
            Field target = object.at("spec", "scaleTargetRef");
            autoscalers.putIfAbsent(
                    target.get("kind").scalar().orElse("") + "/"
                            + target.get("name").scalar().orElse(""),
                    object.at("spec"));
        }
    }

    List<ManifestObject> objects() {
        return objects;
    }

    List<ManifestObject> ofKind(String group, String kind) {
        return objects.stream().filter(object -> object.is(group, kind)).toList();
    }

    List<Pod> pods() {
        return pods;
    }

    /** What says how many pods an object has, if that is no number. */
    Optional<Field> autoscaler(ManifestObject object) {
        return Optional.ofNullable(autoscalers.get(object.reference()));
    }
}
