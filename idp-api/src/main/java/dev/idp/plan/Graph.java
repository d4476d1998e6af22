package dev.idp.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
