package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kinds that a set defines itself, so that their objects can be applied in the same run. */
final class DefinedKinds {

    private DefinedKinds() {}

    /** By version and kind. */
    static Map<List<String>, ResourceType> of(List<Wanted> objects) {
        Map<List<String>, ResourceType> kinds = new HashMap<>();
        for (Wanted object : objects) {
            if (isDefinition(object)) {
                Tree definition = object.tree();
                String kind = definition.text("spec", "names", "kind");
                for (Tree version : definition.elementsOf("spec", "versions")) {
                    String apiVersion = definition.text("spec", "group") + "/" + version.text("name");
                    kinds.put(
                            List.of(apiVersion, kind),
                            new ResourceType(
                                    apiVersion,
                                    kind,
                                    definition.text("spec", "names", "plural"),
                                    definition.text("spec", "scope").equals("Namespaced")));
                }
            }
        }
        return kinds;
    }

    static boolean isDefinition(Wanted object) {
        return object.kind().equals("CustomResourceDefinition")
                && object.apiVersion().startsWith("apiextensions.k8s.io/");
    }
}
