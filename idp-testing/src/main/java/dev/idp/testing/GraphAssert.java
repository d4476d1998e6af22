package dev.idp.testing;

import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** Assertions on who calls whom, and what starts after what. */
public final class GraphAssert extends IntentAssert<GraphAssert, Graph> {

    GraphAssert(Graph actual, boolean isThere, Complaints complaints) {
        super(actual, isThere, complaints, GraphAssert.class);
    }

    /**
     * Passes if something calls something else, directly or through others.
     *
     * <pre>{@code
     * assertThat(prod.graph()).leads("frontend", "redis-cart"); // passes if frontend calls cart, and cart redis-cart
     * assertThat(prod.graph()).leads("cart", "payments");       // fails, and says what cart calls in the end
     * }</pre>
     *
     * @param caller the name of a service or a job
     * @param called the name of a service or an external service
     * @return this
     */
    public GraphAssert leads(String caller, String called) {
        return fact(graph -> unknown(graph, caller, called)
                .or(() -> graph.why(caller, called).isEmpty()
                        ? Optional.of("Expected calls to lead from " + caller + " to " + called + ", but they lead "
                                + reached(graph, caller))
                        : Optional.empty()));
    }

    /**
     * Passes if nothing that something calls leads to something else.
     *
     * <pre>{@code
     * assertThat(prod.graph()).doesNotLead("cart", "payments");     // passes if no chain of calls does
     * assertThat(prod.graph()).doesNotLead("frontend", "payments"); // fails, and shows the shortest chain with its lines
     * }</pre>
     *
     * @param caller the name of a service or a job
     * @param called the name of a service or an external service
     * @return this
     */
    public GraphAssert doesNotLead(String caller, String called) {
        return fact(graph -> unknown(graph, caller, called).or(() -> {
            List<Edge> chain = graph.why(caller, called);
            return chain.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Expected no calls to lead from " + caller + " to " + called + ", but these do:"
                            + chain.stream()
                                    .map(edge -> Said.lines(edge.toString(), edge.because()))
                                    .collect(Collectors.joining()));
        }));
    }

    /**
     * Passes if something starts before something else, whatever starts between them.
     *
     * <pre>{@code
     * assertThat(prod.graph()).starts("migration", "orders"); // passes if orders starts after migration
     * assertThat(prod.graph()).starts("orders", "migration"); // fails, and shows the order of starts
     * }</pre>
     *
     * @param first the name of a service or a job
     * @param then the name of a service or a job
     * @return this
     */
    public GraphAssert starts(String first, String then) {
        return fact(graph -> unknown(graph, first, then)
                .or(() -> external(graph, first, then))
                .or(() -> {
                    List<NavigableSet<String>> waves = graph.startOrder();
                    return wave(waves, first) < wave(waves, then)
                            ? Optional.empty()
                            : Optional.of("Expected " + first + " to start before " + then + ", but the order is: "
                                    + waves.stream()
                                            .map(wave -> String.join(", ", wave))
                                            .collect(Collectors.joining("; then ")));
                }));
    }

    private static int wave(List<NavigableSet<String>> waves, String name) {
        for (int i = 0; i < waves.size(); i++) {
            if (waves.get(i).contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> external(Graph graph, String... names) {
        List<String> all = Arrays.asList(names);
        return graph.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.EXTERNAL && all.contains(node.name()))
                .findFirst()
                .map(node -> "Expected '" + node.name() + "' to start, but it is external: others start it");
    }

    private static String reached(Graph graph, String caller) {
        List<String> reached = graph.nodes().stream()
                .map(Node::name)
                .filter(name -> !graph.why(caller, name).isEmpty())
                .toList();
        return reached.isEmpty() ? "nowhere" : "only to: " + String.join(", ", reached);
    }

    /** A name that nobody has is called by nobody: that must not make a test pass. */
    static Optional<String> unknown(Graph graph, String... names) {
        List<String> known = graph.nodes().stream().map(Node::name).toList();
        return Arrays.stream(names)
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "Expected a '" + name + "' in the graph" + Said.only(name, known));
    }
}
