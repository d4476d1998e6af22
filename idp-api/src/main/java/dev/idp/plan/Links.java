package dev.idp.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What leads from names to names, found from both ends, always in the same order.
 *
 * @param <L> what leads
 */
final class Links<L extends Comparable<L>> {

    private final List<L> all;
    private final Function<L, String> from;
    private final Function<L, String> to;
    private final Map<String, List<L>> byFrom;
    private final Map<String, List<L>> byTo;

    Links(Collection<L> links, Function<L, String> from, Function<L, String> to) {
        this.all = links.stream().sorted().toList();
        this.from = from;
        this.to = to;
        this.byFrom = all.stream().collect(Collectors.groupingBy(from, Collectors.toUnmodifiableList()));
        this.byTo = all.stream().collect(Collectors.groupingBy(to, Collectors.toUnmodifiableList()));
    }

    List<L> all() {
        return all;
    }

    List<L> from(String name) {
        return byFrom.getOrDefault(name, List.of());
    }

    List<L> to(String name) {
        return byTo.getOrDefault(name, List.of());
    }

    /** Where the links from a name lead. */
    Stream<String> targets(String name) {
        return from(name).stream().map(to);
    }

    /** Where the links to a name come from. */
    Stream<String> origins(String name) {
        return to(name).stream().map(from);
    }

    /** The links at a name: those from it and those to it, each once. */
    List<L> at(String name) {
        return all.stream()
                .filter(link -> from.apply(link).equals(name) || to.apply(link).equals(name))
                .toList();
    }

    /** A shortest chain of at least one link, the first in the order of the links; empty if there is none. */
    List<L> shortest(String start, String end) {
        Map<String, L> reachedBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && !reachedBy.containsKey(end)) {
            for (L link : from(open.pop())) {
                if (reachedBy.putIfAbsent(to.apply(link), link) == null) {
                    open.add(to.apply(link));
                }
            }
        }
        ArrayDeque<L> chain = new ArrayDeque<>();
        for (L link = reachedBy.get(end); link != null; link = reachedBy.get(from.apply(link))) {
            chain.addFirst(link);
            if (from.apply(link).equals(start)) {
                break;
            }
        }
        return List.copyOf(chain);
    }

    /** Everything to which steps lead from a name; the name itself only if they lead back to it. */
    static NavigableSet<String> reached(String name, Function<String, Stream<String>> steps) {
        NavigableSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            steps.apply(open.pop()).filter(reached::add).forEach(open::push);
        }
        return reached;
    }
}
