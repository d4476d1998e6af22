package dev.idp.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is in one environment, who calls whom, and what starts after what. */
public final class Graph {

    private final List<Node> nodes;
    private final Links<Edge> calls;
    private final Links<Start> starts;

    /**
     * Creates a graph.
     *
     * @param nodes what there is, in any order
     * @param edges who calls whom, in any order
     * @param starts what starts after what, in any order
     * @throws IllegalArgumentException if two nodes have one name, if a call or a start is there twice or has an end that
     *     is no node, or if an external service is to start after something
     */
    public Graph(Collection<Node> nodes, Collection<Edge> edges, Collection<Start> starts) {
        this.nodes = nodes.stream().sorted().toList();
        this.calls = new Links<>(edges, Edge::from, Edge::to);
        this.starts = new Links<>(starts, Start::from, Start::to);
        checkNodes();
        checkOnce(this.calls.all());
        checkOnce(this.starts.all());
        Set<String> names = new HashSet<>();
        this.nodes.forEach(node -> names.add(node.name()));
        this.calls.all().forEach(edge -> checkEnds(edge, edge.from(), edge.to(), names));
        this.starts.all().forEach(start -> checkEnds(start, start.from(), start.to(), names));
        checkStarted();
    }

    private void checkNodes() {
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(nodes.get(i - 1).name())) {
                throw new IllegalArgumentException(
                        "two nodes have one name: " + nodes.get(i - 1) + " and " + nodes.get(i));
            }
        }
    }

    private static void checkOnce(List<?> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw new IllegalArgumentException(sorted.get(i) + ": this is there twice");
            }
        }
    }

    private static void checkEnds(Object link, String from, String to, Set<String> names) {
        checkEnd(link, from, names);
        checkEnd(link, to, names);
    }

    private static void checkEnd(Object link, String end, Set<String> names) {
        if (!names.contains(end)) {
            throw new IllegalArgumentException(link + ": there is no node '" + end + "'");
        }
    }

    /** Others start it, so nothing could heed the order; and cycles need not be looked for beyond it. */
    private void checkStarted() {
        if (starts.all().isEmpty()) {
            return;
        }
        Set<String> external = names(node -> node.kind() == Node.Kind.EXTERNAL);
        starts.all().stream()
                .filter(start -> external.contains(start.from()))
                .findFirst()
                .ifPresent(start -> {
                    throw new IllegalArgumentException(start + ": '" + start.from() + "' is external");
                });
    }

    private NavigableSet<String> names(Predicate<Node> which) {
        return nodes.stream().filter(which).map(Node::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns what there is.
     *
     * @return in the order of the names
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * Returns the calls.
     *
     * @return in the order of who calls, whom, and on which port
     */
    public List<Edge> edges() {
        return calls.all();
    }

    /**
     * Returns what starts after what.
     *
     * @return in the order of what waits, and for what
     */
    public List<Start> starts() {
        return starts.all();
    }

    /**
     * Returns the calls that a service or a job makes.
     *
     * @param name the name of a service or a job
     * @return the calls from it
     */
    public List<Edge> callsFrom(String name) {
        return calls.from(name);
    }

    /**
     * Returns the calls that something receives.
     *
     * @param name the name of a service or an external service
     * @return the calls to it
     */
    public List<Edge> callsTo(String name) {
        return calls.to(name);
    }

    /**
     * Returns what must be ready or complete before something starts.
     *
     * @param name the name of a service or a job
     * @return its starts after others, not after what these in turn wait for
     */
    public List<Start> waitsFor(String name) {
        return starts.from(name);
    }

    /**
     * Returns what starts only after something.
     *
     * @param name the name of a service or a job
     * @return the starts of others after it, not after those in turn
     */
    public List<Start> waitingFor(String name) {
        return starts.to(name);
    }

    /**
     * Returns everyone who calls something: its callers, their callers, and so on.
     *
     * @param name the name of a service or an external service
     * @return the callers' names; the name itself is among them only if it calls itself through others
     */
    public NavigableSet<String> callersOf(String name) {
        return Links.reached(name, calls::origins);
    }

    /**
     * Returns everything that notices when something changes or fails: what calls it or starts after it, what calls or
     * starts after that, and so on.
     *
     * @param name the name of anything in the graph
     * @return names; the name itself is among them only if it depends on itself through others
     */
    public NavigableSet<String> affectedBy(String name) {
        return Links.reached(name, reached -> Stream.concat(calls.origins(reached), starts.origins(reached)));
    }

    /**
     * Finds out why something calls something else. Starts are no calls and do not count.
     *
     * @param caller the name of a service or a job
     * @param called the name of a service or an external service
     * @return the shortest chain of calls from the one to the other, each with the lines that make it; empty if there is
     *     none
     */
    public List<Edge> why(String caller, String called) {
        return calls.shortest(caller, called);
    }

    /**
     * Returns the part of the graph around one node: the node, what it calls and waits for, what calls it and waits for
     * it, and the calls and starts between the node and these. What these have to do with each other is left out.
     *
     * @param name the node's name
     * @return a smaller graph
     * @throws NoSuchElementException if there is no such node; the message lists those that there are
     */
    public Graph around(String name) {
        Set<String> known = names(node -> true);
        if (!known.contains(name)) {
            throw new NoSuchElementException("no node '" + name + "' in the graph, only " + String.join(", ", known));
        }
        List<Edge> itsCalls = calls.at(name);
        List<Start> itsStarts = starts.at(name);
        Set<String> near = new HashSet<>(Set.of(name));
        itsCalls.forEach(edge -> near.addAll(List.of(edge.from(), edge.to())));
        itsStarts.forEach(start -> near.addAll(List.of(start.from(), start.to())));
        return new Graph(
                nodes.stream().filter(node -> near.contains(node.name())).toList(), itsCalls, itsStarts);
    }

    /**
     * Returns in which order services and jobs start. External services are there already and are left out.
     *
     * @return names in waves: the first starts after nothing, each other as soon as the earlier ones are ready or
     *     complete
     * @throws IllegalStateException if some wait for each other; the message names them
     */
    public List<NavigableSet<String>> startOrder() {
        return order().waves();
    }

    /**
     * Finds services and jobs that can never start, since they wait for each other.
     *
     * @return for each group whose members all wait for each other a shortest cycle, starting at its smallest name and in
     *     the order of these names; none if everything can start
     */
    public List<List<Start>> startCycles() {
        return starts.all().isEmpty() ? List.of() : order().cycles();
    }

    private StartOrder order() {
        return new StartOrder(names(node -> node.kind() != Node.Kind.EXTERNAL), starts);
    }

    /**
     * Returns the graph as JSON, for tools to read.
     *
     * @return an object with {@code nodes}, each with {@code name} and {@code kind}; {@code calls}, each with
     *     {@code from}, {@code to}, {@code port} and {@code because}; {@code starts}, each with {@code from}, {@code to}
     *     and {@code because}
     */
    public String toJson() {
        return GraphJson.of(this);
    }

    /**
     * Returns the graph as a Mermaid flow chart: services are boxes, jobs are rounded, external services slanted, starts
     * dotted.
     *
     * @return the text of the chart
     */
    public String toMermaid() {
        return MermaidChart.of(this);
    }

    /**
     * Returns the graph in Graphviz's language: services are boxes, jobs are round, external services and starts dashed.
     *
     * @return the text of the graph
     */
    public String toDot() {
        return DotGraph.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Graph that
                && nodes.equals(that.nodes)
                && edges().equals(that.edges())
                && starts().equals(that.starts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(nodes, edges(), starts());
    }

    /** Returns for example {@code [job b, service a] [a -> b:grpc] [a starts after b]}. */
    @Override
    public String toString() {
        return nodes + " " + edges() + " " + starts();
    }
}
