package dev.idp.testing.snapshot;

import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import java.util.List;

/** What snapshots show of graphs: each node, with what it calls and what it starts after. */
final class GraphSubjects {

    private GraphSubjects() {}

    static List<SnapshotSubject> of(Graph graph) {
        return graph.nodes().stream()
                .<SnapshotSubject>map(node -> of(node, graph))
                .toList();
    }

    private static DecidedSubject of(Node node, Graph graph) {
        DecidedSubject subject = new DecidedSubject("", section(node.kind()) + "/" + node.name(), "", null);
        subject.putLinks(graph, node.name());
        return subject;
    }

    private static String section(Node.Kind kind) {
        return switch (kind) {
            case SERVICE -> "services";
            case JOB -> "jobs";
            case EXTERNAL -> "externals";
        };
    }
}
