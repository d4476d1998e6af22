package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who says how many copies there are. An autoscaler does, of what it scales; whoever stops saying it must not take the copies
 * away with the word: a field that its last owner lets go is reset by the server, to one.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership">Transferring
 *     ownership</a>
 */
public final class Replicas {

    private Replicas() {}

    /**
     * Takes the number of copies out of what autoscalers of the same set scale.
     *
     * @param objects all objects of a set
     * @param home the namespace of those that say none
     * @return the same objects, without these numbers
     */
    public static List<Wanted> leftToAutoscalers(List<Wanted> objects, String home) {
        Set<List<String>> scaled = new HashSet<>();
        for (Wanted object : objects) {
            if (object.kind().equals("HorizontalPodAutoscaler")) {
                scaled.add(List.of(
                        namespace(object, home),
                        object.tree().text("spec", "scaleTargetRef", "kind"),
                        object.tree().text("spec", "scaleTargetRef", "name")));
            }
        }
        return objects.stream()
                .map(object -> scaled.contains(List.of(namespace(object, home), object.kind(), object.name()))
                        ? withoutReplicas(object)
                        : object)
                .toList();
    }

    private static String namespace(Wanted object, String home) {
        return object.namespace().isEmpty() ? home : object.namespace();
    }

    private static Wanted withoutReplicas(Wanted object) {
        if (object.tree().find("spec", "replicas").isEmpty()) {
            return object;
        }
        Map<String, Tree> spec = new LinkedHashMap<>(object.tree().fieldsOf("spec"));
        spec.remove("replicas");
        return object.with("spec", Tree.map(spec));
    }

    /**
     * Returns what must be said by somebody else before a manager stops saying it.
     *
     * @param wanted what the manager is about to apply
     * @param live what is there
     * @param manager the manager
     * @return an object with nothing but the number of copies that there are now; empty if nothing is let go
     */
    public static Optional<Tree> toHandOver(Wanted wanted, Live live, String manager) {
        boolean letsGo = wanted.tree().find("spec", "replicas").isEmpty()
                && live.appliedBy(manager)
                        .filter(entry ->
                                entry.fields().find("f:spec", "f:replicas").isPresent())
                        .isPresent();
        return letsGo ? live.tree().find("spec", "replicas").map(number -> only(wanted, number)) : Optional.empty();
    }

    private static Tree only(Wanted wanted, Tree number) {
        Map<String, Tree> metadata = new LinkedHashMap<>();
        metadata.put("name", Tree.scalar(wanted.name()));
        metadata.put("namespace", Tree.scalar(wanted.namespace()));
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("apiVersion", Tree.scalar(wanted.apiVersion()));
        fields.put("kind", Tree.scalar(wanted.kind()));
        fields.put("metadata", Tree.map(metadata));
        fields.put("spec", Tree.map(Map.of("replicas", number)));
        return Tree.map(fields);
    }
}
