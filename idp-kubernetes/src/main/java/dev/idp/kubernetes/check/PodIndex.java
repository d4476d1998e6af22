package dev.idp.kubernetes.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pods by their namespaces and labels, since looking at all of them for each selector would cost the square. */
final class PodIndex {

    private record Space(String environment, String namespace) {}

    private record Pair(Space space, String label, String value) {}

    /** A pod, and its labels as texts. */
    private record Labelled(Pod pod, Map<String, String> labels) {}

    private final Map<Space, List<Labelled>> bySpace = new HashMap<>();
    private final Map<Pair, List<Labelled>> byPair = new HashMap<>();

    PodIndex(List<Pod> pods) {
        for (Pod pod : pods) {
            Labelled labelled = new Labelled(pod, pod.labels());
            Space space = new Space(pod.object().environment(), pod.object().namespace());
            bySpace.computeIfAbsent(space, all -> new ArrayList<>()).add(labelled);
            labelled.labels().forEach((label, value) -> byPair.computeIfAbsent(
                            new Pair(space, label, value), all -> new ArrayList<>(1))
                    .add(labelled));
        }
    }

    List<Pod> select(String environment, String namespace, Selector selector) {
        Space space = new Space(environment, namespace);
        List<Labelled> candidates = selector.pair()
                .map(pair -> byPair.getOrDefault(new Pair(space, pair.getKey(), pair.getValue()), List.of()))
                .orElseGet(() -> bySpace.getOrDefault(space, List.of()));
        return candidates.stream()
                .filter(labelled -> selector.matches(labelled.labels()))
                .map(Labelled::pod)
                .toList();
    }
}
