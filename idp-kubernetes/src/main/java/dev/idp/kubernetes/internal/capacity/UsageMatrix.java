package dev.idp.kubernetes.internal.capacity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idp.kubernetes.internal.capacity.UsageRecord.Sample;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Recorded usage as Prometheus answers.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries">Range queries</a>
 */
public final class UsageMatrix {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How runtimes call what holds the network of a pod. */
    private static final String PAUSE = "POD";

    private final UsageProblems problems = new UsageProblems();
    private final UsageSeries series = new UsageSeries();

    private UsageMatrix() {}

    /**
     * Reads two answers.
     *
     * @param cpu a matrix of cores
     * @param memory a matrix of octets
     * @return what was used
     * @throws IllegalArgumentException if anything is wrong
     */
    public static List<UsageRecord> read(String cpu, String memory) {
        UsageMatrix matrix = new UsageMatrix();
        matrix.read(cpu, "cpu", UsageRecord.CPU);
        matrix.read(memory, "memory", UsageRecord.MEMORY);
        matrix.problems.refuseAny();
        return matrix.series.records();
    }

    private void read(String json, String where, String resource) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            problems.add(
                    where + ", line " + malformed.getLocation().getLineNr(),
                    "is no JSON: " + malformed.getOriginalMessage());
            return;
        }
        JsonNode data = answer.path("data");
        if (!answer.path("status").asText().equals("success")) {
            problems.add(
                    where, "is no answer with results: " + answer.path("error").asText("its status is no success"));
        } else if (!data.path("resultType").asText().equals("matrix")
                || !data.path("result").isArray()) {
            problems.add(where, "is no matrix: ask /api/v1/query_range, with an expression of instant vectors");
        } else {
            int number = 0;
            for (JsonNode one : data.path("result")) {
                number++;
                series(one, where + ", series " + number, resource);
            }
        }
    }

    private void series(JsonNode one, String where, String resource) {
        JsonNode labels = one.path("metric");
        String container = labels.path("container").asText();
        if (container.isEmpty() || container.equals(PAUSE)) {
            return;
        }
        String namespace = labels.path("namespace").asText();
        String pod = labels.path("pod").asText();
        if (namespace.isEmpty() || pod.isEmpty()) {
            problems.add(where, "has no label " + (namespace.isEmpty() ? "namespace" : "pod"));
            return;
        }
        UsageSeries.Key key = new UsageSeries.Key(namespace, pod, true, container, resource);
        for (JsonNode pair : one.path("values")) {
            OptionalDouble amount = number(pair.path(1).asText());
            if (!pair.path(0).isNumber() || amount.isEmpty()) {
                problems.add(where, "has a sample that is no pair of a time and a number: " + pair);
                return;
            }
            // Prometheus says so where a rate is not known.
            if (Double.isFinite(amount.getAsDouble()) && amount.getAsDouble() >= 0) {
                series.add(key, new Sample(pair.path(0).asDouble(), amount.getAsDouble()));
            }
        }
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(
                    switch (text) {
                        case "+Inf", "-Inf", "NaN" -> Double.NaN;
                        default -> Double.parseDouble(text);
                    });
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }
}
