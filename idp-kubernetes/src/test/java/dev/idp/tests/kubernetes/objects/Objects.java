package dev.idp.tests.kubernetes.objects;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** Objects as users make them. */
final class Objects {

    private Objects() {}

    static ObjectMeta named(String name) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(name);
        return meta;
    }

    static ConfigMap configMap(String name) {
        ConfigMap map = new ConfigMap();
        map.setMetadata(named(name));
        return map;
    }

    static GenericKubernetesResource custom(String apiVersion, String kind, String name) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(named(name));
        return object;
    }
}
