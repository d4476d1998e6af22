package dev.idp.plan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who calls whom in one environment. */
public final class Graph {

    private final List<Edge> edges;
    private final Map<String, List<Edge>> from;
    private final Map<String, List<Edge>> to;

    /**
     * Creates a graph.
     *
     * @param edges its edges, in any order
     */
    public Graph(List<Edge> edges) {
        this.edges = edges.stream().sorted().toList();
        this.from = this.edges.stream().collect(Collectors.groupingBy(Edge::from));
        this.to = this.edges.stream().collect(Collectors.groupingBy(Edge::to));
    }

    /**
     * Returns the calls.
     *
     * @return in the order of who calls, whom, and on which port
     */
    public List<Edge> edges() {
        return edges;
    }

    /**
     * Returns the calls that a service makes.
     *
     * @param service the service's name
     * @return the calls from it
     */
    public List<Edge> callsFrom(String service) {
        return Collections.unmodifiableList(from.getOrDefault(service, List.of()));
    }

    /**
     * Returns the calls that something receives.
     *
     * @param name the name of a service or an external service
     * @return the calls to it
     */
    public List<Edge> callsTo(String name) {
        return Collections.unmodifiableList(to.getOrDefault(name, List.of()));
    }

    /**
     * Returns everyone who notices when something fails: its callers, their callers, and so on.
     *
     * @param name the name of a service or an external service
     * @return the callers' names; the name itself is among them only if it calls itself through others
     */
    public NavigableSet<String> callersOf(String name) {
        NavigableSet<String> callers = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (Edge call : callsTo(open.pop())) {
                if (callers.add(call.from())) {
                    open.push(call.from());
                }
            }
        }
        return callers;
    }

    /**
     * Finds out why one service depends on another.
     *
     * @param caller the name of a service
     * @param called the name of a service or an external service
     * @return the shortest chain of calls from the one to the other, each with the lines that make it; empty if there is
     *     none
     */
    public List<Edge> why(String caller, String called) {
        Map<String, Edge> reachedBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(caller));
        while (!open.isEmpty() && !reachedBy.containsKey(called)) {
            for (Edge call : callsFrom(open.poll())) {
                if (reachedBy.putIfAbsent(call.to(), call) == null) {
                    open.add(call.to());
                }
            }
        }
        ArrayDeque<Edge> chain = new ArrayDeque<>();
        for (Edge edge = reachedBy.get(called); edge != null; edge = reachedBy.get(edge.from())) {
            chain.addFirst(edge);
            if (edge.from().equals(caller)) {
                break;
            }
        }
        return List.copyOf(chain);
    }

    /**
     * Returns the graph as a Mermaid flow chart.
     *
     * @return the text of the chart, nodes and edges sorted
     */
    public String toMermaid() {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> calls = new TreeSet<>();
        for (Edge edge : edges) {
            names.add(edge.from());
            names.add(edge.to());
            calls.add("  " + node(edge.from()) + " --> " + node(edge.to()) + "\n");
        }
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        names.forEach(name ->
                chart.append("  ").append(node(name)).append("[\"").append(name).append("\"]\n"));
        calls.forEach(chart::append);
        return chart.toString();
    }

    /** Mermaid takes dashes and words such as "end" for its own; names have no underscore, so this stays unique. */
    private static String node(String name) {
        return "n_" + name.replace('-', '_');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Graph that && edges.equals(that.edges);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(edges);
    }

    @Override
    public String toString() {
        return edges.toString();
    }
}
