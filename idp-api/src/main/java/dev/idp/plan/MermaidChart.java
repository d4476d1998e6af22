package dev.idp.plan;

/** Writes graphs as Mermaid flow charts. */
final class MermaidChart {

    private MermaidChart() {}

    static String of(Graph graph) {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        graph.nodes().forEach(node -> line(chart, shape(node)));
        graph.edges().stream()
                .map(edge -> id(edge.from()) + " --> " + id(edge.to()))
                .distinct()
                .forEach(call -> line(chart, call));
        graph.starts().forEach(start -> line(chart, id(start.from()) + " -. starts after .-> " + id(start.to())));
        return chart.toString();
    }

    private static void line(StringBuilder chart, String text) {
        chart.append("  ").append(text).append('\n');
    }

    private static String shape(Node node) {
        String label = "\"" + label(node.name()) + "\"";
        return id(node.name())
                + switch (node.kind()) {
                    case SERVICE -> "[" + label + "]";
                    case JOB -> "([" + label + "])";
                    case EXTERNAL -> "[/" + label + "/]";
                };
    }

    /** Mermaid takes dashes and words such as "end" for its own. Capitals mark what no DNS label has: U41_ is an A. */
    private static String id(String name) {
        StringBuilder id = new StringBuilder("n_");
        name.codePoints().forEach(character -> {
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                id.appendCodePoint(character);
            } else if (character == '-') {
                id.append('_');
            } else {
                id.append('U').append(Integer.toHexString(character)).append('_');
            }
        });
        return id.toString();
    }

    /** Labels are HTML and Markdown, and quotes end them: whatever could mean something is given by its number. */
    private static String label(String name) {
        StringBuilder label = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || character == '-' || character == '.') {
                label.appendCodePoint(character);
            } else {
                label.append('#').append(character).append(';');
            }
        });
        return label.toString();
    }
}
