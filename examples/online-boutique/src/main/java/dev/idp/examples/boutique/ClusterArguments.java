package dev.idp.examples.boutique;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants of a cluster.
 *
 * @param command what to do
 * @param environment with which environment
 * @param saved the file of a change set
 * @param waits whether to wait until objects are ready
 */
record ClusterArguments(String command, String environment, Optional<String> saved, boolean waits) {

    private static final String SAVED = "--saved";
    private static final String NO_WAIT = "--no-wait";

    /** Each command, and what may be said after it. */
    private static final Map<String, Set<String>> OPTIONS =
            Map.of("diff", Set.of(SAVED), "apply", Set.of(SAVED, NO_WAIT), "drift", Set.of(), "prune", Set.of());

    /** Empty if these are no words for a cluster. */
    static Optional<ClusterArguments> of(List<String> words) {
        if (words.size() < 2 || !OPTIONS.containsKey(words.get(0))) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(words.subList(2, words.size()));
        Set<String> known = OPTIONS.get(words.get(0));
        boolean waits = !(known.contains(NO_WAIT) && rest.remove(NO_WAIT));
        Optional<String> saved = Optional.empty();
        if (known.contains(SAVED) && rest.size() == 2 && rest.get(0).equals(SAVED)) {
            saved = Optional.of(rest.get(1));
            rest.clear();
        }
        return rest.isEmpty()
                ? Optional.of(new ClusterArguments(words.get(0), words.get(1), saved, waits))
                : Optional.empty();
    }
}
