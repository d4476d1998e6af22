package dev.idp.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every graph, tried on many that are made up. */
class GraphLawsTest {

    private static final int SEEDS = 200;

    private static final List<Graph> GRAPHS = graphs();

    private static List<Graph> graphs() {
        List<Graph> graphs = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            graphs.add(new RandomGraph(seed, 0).create());
        }
        return graphs;
    }

    @Test
    void theOrderInWhichAGraphIsGivenDoesNotCount() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Graph graph = new RandomGraph(seed, 0).create();

            for (long order = 1; order <= 3; order++) {
                Graph shuffled = new RandomGraph(seed, order).create();

                assertThat(shuffled).as("seed %d", seed).isEqualTo(graph).hasSameHashCodeAs(graph);
                assertThat(shuffled).as("seed %d", seed).hasToString(graph.toString());
                assertThat(shuffled.toJson()).as("seed %d", seed).isEqualTo(graph.toJson());
                assertThat(shuffled.toMermaid()).as("seed %d", seed).isEqualTo(graph.toMermaid());
                assertThat(shuffled.toDot()).as("seed %d", seed).isEqualTo(graph.toDot());
                assertThat(shuffled.startCycles()).as("seed %d", seed).isEqualTo(graph.startCycles());
            }
        }
    }

    @Test
    void everythingIsInEveryText() {
        for (Graph graph : GRAPHS) {
            for (Node node : graph.nodes()) {
                assertThat(graph.toMermaid()).contains("\"" + node.name() + "\"");
                assertThat(graph.toDot()).contains("  \"" + node.name() + "\" [");
                assertThat(graph.toJson()).contains("\"name\": \"" + node.name() + "\"");
            }
            for (Edge edge : graph.edges()) {
                assertThat(graph.toMermaid()).containsOnlyOnce("n_" + edge.from() + " --> n_" + edge.to() + "\n");
                assertThat(graph.toDot()).containsOnlyOnce("\"" + edge.from() + "\" -> \"" + edge.to() + "\"\n");
            }
            for (Start start : graph.starts()) {
                assertThat(graph.toMermaid())
                        .containsOnlyOnce("n_" + start.from() + " -. starts after .-> n_" + start.to() + "\n");
                assertThat(graph.toDot())
                        .containsOnlyOnce("\"" + start.from() + "\" -> \"" + start.to() + "\" [style=dashed");
            }
        }
    }

    @Test
    void whyIsAChainOfCallsAsShortAsAnyWhereverThereIsOne() {
        for (Graph graph : GRAPHS) {
            for (Node caller : graph.nodes()) {
                Map<String, Integer> distances = distances(graph, caller.name());
                for (Node called : graph.nodes()) {
                    List<Edge> chain = graph.why(caller.name(), called.name());

                    assertThat(chain).hasSize(distances.getOrDefault(called.name(), 0));
                    assertThat(graph.edges()).containsAll(chain);
                    assertThat(graph.callersOf(called.name()).contains(caller.name()))
                            .isEqualTo(!chain.isEmpty());
                    String end = caller.name();
                    for (Edge edge : chain) {
                        assertThat(edge.from()).isEqualTo(end);
                        end = edge.to();
                    }
                    if (!chain.isEmpty()) {
                        assertThat(end).isEqualTo(called.name());
                    }
                }
            }
        }
    }

    /** How many calls lead at least from a node to others, by as many rounds over all calls as there are nodes. */
    private static Map<String, Integer> distances(Graph graph, String caller) {
        Map<String, Integer> distances = new HashMap<>();
        for (int round = 0; round < graph.nodes().size(); round++) {
            for (Edge edge : graph.edges()) {
                Integer before = edge.from().equals(caller) ? Integer.valueOf(0) : distances.get(edge.from());
                if (before != null) {
                    distances.merge(edge.to(), before + 1, Math::min);
                }
            }
        }
        return distances;
    }

    @Test
    void affectedAreExactlyThoseWhoseNeighbourIs() {
        for (Graph graph : GRAPHS) {
            for (Node node : graph.nodes()) {
                NavigableSet<String> affected = graph.affectedBy(node.name());
                Set<String> direct = new HashSet<>();
                Set<String> sources = new HashSet<>(affected);
                sources.add(node.name());
                graph.edges().stream()
                        .filter(edge -> sources.contains(edge.to()))
                        .forEach(edge -> direct.add(edge.from()));
                graph.starts().stream()
                        .filter(start -> sources.contains(start.to()))
                        .forEach(start -> direct.add(start.from()));

                assertThat(affected).isEqualTo(direct).containsAll(graph.callersOf(node.name()));
            }
        }
    }

    @Test
    void aroundANodeIsAPartOfTheGraph() {
        for (Graph graph : GRAPHS) {
            for (Node node : graph.nodes()) {
                Graph around = graph.around(node.name());

                assertThat(graph.nodes()).containsAll(around.nodes());
                assertThat(graph.edges()).containsAll(around.edges());
                assertThat(graph.starts()).containsAll(around.starts());
                assertThat(around.nodes()).contains(node);
                assertThat(around.callsFrom(node.name())).isEqualTo(graph.callsFrom(node.name()));
                assertThat(around.callsTo(node.name())).isEqualTo(graph.callsTo(node.name()));
                assertThat(around.waitsFor(node.name())).isEqualTo(graph.waitsFor(node.name()));
                assertThat(around.around(node.name())).isEqualTo(around);
            }
        }
    }

    @Test
    void theStartOrderRespectsEveryStartAndNothingStartsLaterThanItMust() {
        for (Graph graph : GRAPHS) {
            if (graph.startCycles().isEmpty()) {
                Map<String, Integer> waves = waves(graph);

                for (Node node : graph.nodes()) {
                    int earliest = graph.waitsFor(node.name()).stream()
                            .mapToInt(start -> waves.getOrDefault(start.to(), -1) + 1)
                            .max()
                            .orElse(0);
                    assertThat(waves.get(node.name()))
                            .isEqualTo(node.kind() == Node.Kind.EXTERNAL ? null : Integer.valueOf(earliest));
                }
            }
        }
    }

    private static Map<String, Integer> waves(Graph graph) {
        Map<String, Integer> waves = new HashMap<>();
        List<NavigableSet<String>> order = graph.startOrder();
        for (int i = 0; i < order.size(); i++) {
            for (String name : order.get(i)) {
                assertThat(waves.put(name, i)).as(name + " starts once").isNull();
            }
        }
        return waves;
    }

    @Test
    void thereIsAnOrderExactlyWhereThereIsNoCycle() {
        int ordered = 0;
        for (Graph graph : GRAPHS) {
            if (graph.startCycles().isEmpty()) {
                assertThat(graph.startOrder()).isNotNull();
                ordered++;
            } else {
                assertThatIllegalStateException()
                        .isThrownBy(graph::startOrder)
                        .withMessageStartingWith("they wait for each other: "
                                + graph.startCycles().get(0).get(0));
            }
        }
        assertThat(ordered).as("the seeds make up both").isBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    @Test
    void aCycleLeadsFromItsSmallestNameThroughOthersBackToItAndTouchesNoOtherCycle() {
        for (Graph graph : GRAPHS) {
            Set<String> seen = new HashSet<>();
            for (List<Start> cycle : graph.startCycles()) {
                assertThat(graph.starts()).containsAll(cycle);
                for (int i = 0; i < cycle.size(); i++) {
                    assertThat(cycle.get(i).to())
                            .isEqualTo(cycle.get((i + 1) % cycle.size()).from());
                    assertThat(cycle.get(i).from())
                            .isGreaterThanOrEqualTo(cycle.get(0).from());
                    assertThat(seen.add(cycle.get(i).from()))
                            .as(graph + " has " + cycle)
                            .isTrue();
                }
            }
        }
    }
}
