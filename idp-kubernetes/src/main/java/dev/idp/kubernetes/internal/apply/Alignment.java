package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which element of one list is which of another: those of the same name, as lists of Kubernetes mostly go, else those at the
 * same place.
 */
final class Alignment {

    /** What tells elements of a list apart, the first that all of both lists have and none has twice. */
    private static final List<List<String>> KEYS = List.of(
            List.of("name"),
            List.of("containerPort", "protocol"),
            List.of("containerPort"),
            List.of("port", "protocol"),
            List.of("port"),
            List.of("mountPath"),
            List.of("type"),
            List.of("topologyKey", "whenUnsatisfiable"),
            List.of("key"),
            List.of("uid"),
            List.of("ip"));

    /** An element of the one, of the other, or of both; their places are -1 where they are missing. */
    record Pair(
            int first,
            @Nullable Tree left,
            int second,
            @Nullable Tree right) {}

    private Alignment() {}

    static boolean isByName(List<Tree> left, List<Tree> right) {
        return names(left, right).isPresent();
    }

    /** In the order of the second list; what is in the first alone comes last. */
    static List<Pair> of(List<Tree> left, List<Tree> right) {
        Optional<List<String>> names = names(left, right);
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        for (int i = 0; i < right.size(); i++) {
            int other = names.isPresent() ? find(left, right.get(i), names.get()) : i < left.size() ? i : -1;
            pairs.add(new Pair(other, other < 0 ? null : left.get(other), i, right.get(i)));
            met.add(other);
        }
        for (int i = 0; i < left.size(); i++) {
            if (!met.contains(i)) {
                pairs.add(new Pair(i, left.get(i), -1, null));
            }
        }
        return pairs;
    }

    /** Where the element is that is called as another one. */
    static int place(List<Tree> elements, Tree like, int otherwise) {
        Optional<List<String>> names = names(elements, List.of(like));
        return names.isPresent() ? find(elements, like, names.get()) : otherwise;
    }

    private static int find(List<Tree> elements, Tree like, List<String> names) {
        for (int i = 0; i < elements.size(); i++) {
            if (name(elements.get(i), names).equals(name(like, names))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<List<String>> names(List<Tree> left, List<Tree> right) {
        return KEYS.stream()
                .filter(names -> tellApart(left, names) && tellApart(right, names))
                .findFirst();
    }

    private static boolean tellApart(List<Tree> elements, List<String> names) {
        Set<List<Optional<Tree>>> met = new HashSet<>();
        return elements.stream()
                .allMatch(element -> element.find(names.get(0)).isPresent() && met.add(name(element, names)));
    }

    private static List<Optional<Tree>> name(Tree element, List<String> names) {
        return names.stream().map(element::find).toList();
    }
}
