package dev.idp.benchmarks.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What this library does beyond its peers, taken off its objects before they are compared. Nothing else may differ. */
final class AllowedDifferences {

    private AllowedDifferences() {}

    static Map<ObjectKey, Object> takenOff(Map<ObjectKey, Object> ours) {
        Map<ObjectKey, Object> objects = new HashMap<>();
        ours.forEach((key, object) -> {
            if (!isOfEnvironment(key)) {
                objects.put(withoutHash(key), withoutHash(key, object));
            }
        });
        return objects;
    }

    /** Our environments bring a namespace and a policy that denies what is not allowed; the peers' are made elsewhere. */
    private static boolean isOfEnvironment(ObjectKey key) {
        return key.kind().equals("Namespace")
                || key.kind().equals("NetworkPolicy") && key.name().equals("default-deny");
    }

    /** Our names of config maps carry a hash of the content, so that a changed one starts new pods; the peers' are plain. */
    private static ObjectKey withoutHash(ObjectKey key) {
        return key.kind().equals("ConfigMap")
                ? new ObjectKey(key.environment(), key.kind(), key.namespace(), plain(key.name()))
                : key;
    }

    private static Object withoutHash(ObjectKey key, Object object) {
        return switch (key.kind()) {
            case "ConfigMap" -> plainAt(object, "metadata", "name");
            case "Deployment" ->
                plainAt(object, "spec", "template", "spec", "containers", "0", "envFrom", "0", "configMapRef", "name");
            default -> object;
        };
    }

    private static Object plainAt(Object tree, String... path) {
        Object at = tree;
        for (int i = 0; i < path.length - 1; i++) {
            at = at instanceof List<?> list ? list.get(Integer.parseInt(path[i])) : ((Map<?, ?>) at).get(path[i]);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> parent = (Map<String, Object>) at;
        parent.computeIfPresent(path[path.length - 1], (field, name) -> plain((String) name));
        return tree;
    }

    private static String plain(String name) {
        return name.replaceFirst("-env-[0-9a-f]{10}$", "-env");
    }
}
