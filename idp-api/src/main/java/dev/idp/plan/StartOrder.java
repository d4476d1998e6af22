package dev.idp.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can start when, and what can never start because it waits for itself. */
final class StartOrder {

    private final Links<Start> starts;
    private final List<NavigableSet<String>> waves = new ArrayList<>();

    /** Whatever waits for itself, or for something that does. */
    private final NavigableSet<String> stuck;

    /** Finds the order; what names wait for is there already unless it is one of the names. */
    StartOrder(NavigableSet<String> names, Links<Start> starts) {
        this.starts = starts;
        this.stuck = new TreeSet<>(names);
        Map<String, Integer> missing = new HashMap<>();
        NavigableSet<String> wave = new TreeSet<>();
        for (String name : names) {
            int count = (int) starts.targets(name).filter(names::contains).count();
            missing.put(name, count);
            if (count == 0) {
                wave.add(name);
            }
        }
        while (!wave.isEmpty()) {
            waves.add(Collections.unmodifiableNavigableSet(wave));
            stuck.removeAll(wave);
            wave = wave.stream()
                    .flatMap(starts::origins)
                    .filter(waiting -> missing.merge(waiting, -1, Integer::sum) == 0)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What starts together, as early as it can. */
    List<NavigableSet<String>> waves() {
        if (!stuck.isEmpty()) {
            throw new IllegalStateException("they wait for each other: "
                    + cycles().stream()
                            .map(cycle -> cycle.stream().map(Start::toString).collect(Collectors.joining(", ")))
                            .collect(Collectors.joining("; ")));
        }
        return List.copyOf(waves);
    }

    /** A shortest cycle of each knot: of all names that wait for each other. */
    List<List<Start>> cycles() {
        List<List<Start>> cycles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : stuck) {
            if (seen.add(name)) {
                NavigableSet<String> knot = Links.reached(name, starts::targets);
                knot.retainAll(Links.reached(name, starts::origins));
                seen.addAll(knot);
                if (!knot.isEmpty()) {
                    cycles.add(shortest(knot));
                }
            }
        }
        cycles.sort((a, b) -> a.get(0).compareTo(b.get(0)));
        return List.copyOf(cycles);
    }

    /** Names are tried in their order, so the first that lies on a shortest cycle is the smallest on it. */
    private List<Start> shortest(NavigableSet<String> knot) {
        List<Start> shortest = starts.shortest(knot.first(), knot.first());
        for (String name : knot) {
            List<Start> cycle = starts.shortest(name, name);
            if (cycle.size() < shortest.size()) {
                shortest = cycle;
            }
        }
        return shortest;
    }
}
