package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Manager;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who set a field of an object, by what the server notes. */
public final class Owners {

    private Owners() {}

    /**
     * Finds who set a field.
     *
     * @param live the object
     * @param path names, and places in lists
     * @return their entries; none if the server set it by itself
     */
    public static List<Manager> of(Live live, List<Object> path) {
        return live.managers().stream()
                .filter(manager -> owns(manager.fields(), live.tree(), path))
                .toList();
    }

    private static boolean owns(Tree.Fields fields, Tree tree, List<Object> path) {
        Tree.Fields owned = fields;
        Tree value = tree;
        for (Object step : path) {
            Optional<Tree> below;
            if (step instanceof Integer place) {
                List<Tree> elements = value.elementsOf();
                if (place >= elements.size()) {
                    return false;
                }
                value = elements.get(place);
                below = element(owned, value);
            } else {
                below = owned.find("f:" + step);
                value = value.find((String) step).orElse(Tree.scalar(null));
            }
            if (!(below.orElse(null) instanceof Tree.Fields next)) {
                return false;
            }
            owned = next;
            if (owned.fields().isEmpty()) {
                return true;
            }
        }
        return true;
    }

    private static Optional<Tree> element(Tree.Fields owned, Tree element) {
        for (Map.Entry<String, Tree> entry : owned.fields().entrySet()) {
            String key = entry.getKey();
            if (key.startsWith("k:") || key.startsWith("v:")) {
                Tree keys = JsonTrees.parse(key.substring(2).getBytes(StandardCharsets.UTF_8));
                if (OwnedFields.hasKeys(element, keys)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
