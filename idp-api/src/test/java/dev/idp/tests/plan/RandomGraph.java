package dev.idp.tests.plan;

import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A graph that depends on a seed alone, whose parts can be given in any order.
 *
 * @param seed decides what is in it
 * @param order decides in which order it is given; 0 for the order in which it was made up
 */
record RandomGraph(long seed, long order) {

    private static final List<Node.Kind> KINDS = List.of(Node.Kind.values());
    private static final List<String> PORTS = List.of("grpc", "http");

    /** Makes the graph up anew. */
    Graph create() {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            nodes.add(new Node("n" + i, KINDS.get(random.nextInt(KINDS.size()))));
        }
        for (Node from : nodes) {
            for (Node to : nodes) {
                for (String port : PORTS) {
                    if (random.nextInt(2 * count) == 0) {
                        edges.add(new Edge(from.name(), to.name(), port, because(from, to)));
                    }
                }
                if (from.kind() != Node.Kind.EXTERNAL && random.nextInt(count) == 0) {
                    starts.add(new Start(from.name(), to.name(), because(from, to)));
                }
            }
        }
        return new Graph(shuffled(nodes), shuffled(edges), shuffled(starts));
    }

    private static List<Decision<?>> because(Node from, Node to) {
        return List.of(Decision.of(
                "services/" + from.name() + "/uses/" + to.name(),
                to.name(),
                new Source(Layer.PLATFORM, "service " + from.name(), Origin.UNKNOWN, "")));
    }

    private <T> List<T> shuffled(List<T> parts) {
        if (order != 0) {
            Collections.shuffle(parts, new Random(order));
        }
        return parts;
    }
}
