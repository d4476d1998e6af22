package dev.idp.testing.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for the smallest program that fails as a first one did, by leaving out and lowering choices. It knows nothing of what
 * the choices mean, tries a bounded number of times, and finds the same every time.
 */
final class Shrinker {

    private static final int TRIES = 3000;

    private final Function<Choices, Optional<Failure>> fails;
    private final Set<List<Integer>> tried = new HashSet<>();
    private Failure best;

    private Shrinker(Failure first, Function<Choices, Optional<Failure>> fails) {
        this.best = first;
        this.fails = fails;
    }

    static Failure smallest(Failure first, Function<Choices, Optional<Failure>> fails) {
        return new Shrinker(first, fails).smallest();
    }

    private Failure smallest() {
        attempt(List.of());
        boolean better = true;
        while (better) {
            Failure before = best;
            leaveOutWhatBelongsTogether();
            leaveOutBlocks();
            lower();
            better = best.isSmallerThan(before);
        }
        return best;
    }

    /** The largest first: a service, then a statement. */
    private void leaveOutWhatBelongsTogether() {
        int place = 0;
        while (place < spans().size()) {
            Choices.Span span = spans().get(place);
            if (!attempt(replaced(span.start(), span.end(), List.of()))
                    && !attempt(replaced(span.start(), span.end(), List.of(0)))) {
                place++;
            }
        }
    }

    private List<Choices.Span> spans() {
        return best.choices().spans().stream()
                .filter(span -> span.start() < made().size())
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    private void leaveOutBlocks() {
        for (int size = 8; size > 0; size /= 2) {
            for (int start = made().size() - 1; start >= 0; start--) {
                attempt(replaced(start, start + size, List.of()));
            }
        }
    }

    private void lower() {
        for (int place = made().size() - 1; place >= 0; place--) {
            for (int lower = 0; place < made().size() && lower < made().get(place); lower = next(lower, place)) {
                if (attempt(replaced(place, place + 1, List.of(lower)))) {
                    break;
                }
            }
        }
    }

    /** Nothing first, then half way up each time. */
    private int next(int lower, int place) {
        int top = made().get(place);
        return lower + Math.max(1, (top - lower) / 2);
    }

    private List<Integer> made() {
        return best.choices().made();
    }

    private List<Integer> replaced(int start, int end, List<Integer> by) {
        List<Integer> candidate = new ArrayList<>(made().subList(0, Math.min(start, made().size())));
        candidate.addAll(by);
        if (end < made().size()) {
            candidate.addAll(made().subList(end, made().size()));
        }
        return candidate;
    }

    private boolean attempt(List<Integer> candidate) {
        if (tried.size() >= TRIES || !tried.add(candidate)) {
            return false;
        }
        Optional<Failure> failure =
                fails.apply(Choices.of(candidate)).filter(found -> found.isLike(best) && found.isSmallerThan(best));
        failure.ifPresent(found -> best = found);
        return failure.isPresent();
    }
}
