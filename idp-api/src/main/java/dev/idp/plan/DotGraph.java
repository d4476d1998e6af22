package dev.idp.plan;

/** Writes graphs in Graphviz's language. */
final class DotGraph {

    private DotGraph() {}

    static String of(Graph graph) {
        StringBuilder dot = new StringBuilder("digraph {\n");
        line(dot, "rankdir=LR");
        graph.nodes().forEach(node -> line(dot, quoted(node.name()) + " [" + shape(node.kind()) + "]"));
        graph.edges().stream()
                .map(edge -> arrow(edge.from(), edge.to()))
                .distinct()
                .forEach(call -> line(dot, call));
        graph.starts()
                .forEach(start ->
                        line(dot, arrow(start.from(), start.to()) + " [style=dashed, label=\"starts after\"]"));
        return dot.append("}\n").toString();
    }

    private static void line(StringBuilder dot, String text) {
        dot.append("  ").append(text).append('\n');
    }

    private static String shape(Node.Kind kind) {
        return switch (kind) {
            case SERVICE -> "shape=box";
            case JOB -> "shape=ellipse";
            case EXTERNAL -> "shape=box, style=dashed";
        };
    }

    private static String arrow(String from, String to) {
        return quoted(from) + " -> " + quoted(to);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
