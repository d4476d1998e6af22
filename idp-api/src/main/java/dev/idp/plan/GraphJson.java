package dev.idp.plan;

import dev.idp.explain.Decision;
import dev.idp.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes graphs as JSON, with the lines that make each call and each start. */
final class GraphJson {

    private GraphJson() {}

    static String of(Graph graph) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nodes", graph.nodes().stream().map(GraphJson::node).toList());
        json.put("calls", graph.edges().stream().map(GraphJson::call).toList());
        json.put("starts", graph.starts().stream().map(GraphJson::start).toList());
        return Json.write(json);
    }

    private static Object node(Node node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", node.name());
        json.put("kind", node.kind().name());
        return json;
    }

    private static Object call(Edge edge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", edge.from());
        json.put("to", edge.to());
        json.put("port", edge.port());
        json.put("because", because(edge.because()));
        return json;
    }

    private static Object start(Start start) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", start.from());
        json.put("to", start.to());
        json.put("because", because(start.because()));
        return json;
    }

    private static List<String> because(List<Decision<?>> decisions) {
        return decisions.stream().map(GraphJson::text).toList();
    }

    private static String text(Decision<?> decision) {
        return decision.subject()
                + decision.winner().map(winner -> " by " + winner.source()).orElse("");
    }
}
