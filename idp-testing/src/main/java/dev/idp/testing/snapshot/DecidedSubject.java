package dev.idp.testing.snapshot;

import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Text;
import dev.idp.TextPart;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Start;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something of a plan, with the decisions that its fields come from. */
final class DecidedSubject implements SnapshotSubject {

    private final String file;
    private final String name;
    private final String environment;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final Map<String, Decision<?>> decisions = new HashMap<>();

    /** What several decisions make up is there because of the first; what is in it is not. */
    private final Map<String, Decision<?>> wholes = new HashMap<>();

    DecidedSubject(String file, String name, String environment, @Nullable Decision<?> identity) {
        this.file = file;
        this.name = name;
        this.environment = environment;
        if (identity != null) {
            wholes.put(Place.ROOT.pointer(), identity);
        }
    }

    void put(String key, @Nullable Object value, Decision<?> decision) {
        decisions.put(Place.ROOT.field(key).pointer(), decision);
        if (value != null) {
            tree.put(key, readable(value, decision));
        }
    }

    void putEntries(String key, Map<?, ?> entries, Map<String, Decision<?>> said) {
        Place place = Place.ROOT.field(key);
        Map<String, Object> readable = new LinkedHashMap<>();
        entries.forEach((entry, value) ->
                readable.put(String.valueOf(entry), readable(value, said.get(String.valueOf(entry)))));
        said.forEach((entry, decision) -> decisions.put(place.field(entry).pointer(), decision));
        said.values().stream().findFirst().ifPresent(first -> wholes.put(place.pointer(), first));
        if (!readable.isEmpty()) {
            tree.put(key, readable);
        }
    }

    void putElements(String key, List<?> elements, List<Decision<?>> said) {
        Place place = Place.ROOT.field(key);
        for (int i = 0; i < said.size(); i++) {
            decisions.put(place.element("", i).pointer(), said.get(i));
        }
        if (!elements.isEmpty()) {
            wholes.put(place.pointer(), said.get(0));
            tree.put(key, elements);
        }
    }

    /** Puts what it calls and what it starts after. */
    void putLinks(Graph graph, String node) {
        List<Edge> calls = graph.callsFrom(node);
        putElements(
                "calls",
                calls.stream()
                        .map(call -> call.to() + (call.port().isEmpty() ? "" : ":" + call.port()))
                        .toList(),
                calls.stream()
                        .<Decision<?>>map(call -> first(call.to(), call.because()))
                        .toList());
        List<Start> starts = graph.waitsFor(node);
        putElements(
                "starts-after",
                starts.stream().map(Start::to).toList(),
                starts.stream()
                        .<Decision<?>>map(start -> first(start.to(), start.because()))
                        .toList());
    }

    private static Decision<?> first(String subject, List<Decision<?>> because) {
        return because.isEmpty() ? Decision.of(subject, List.of()) : because.get(0);
    }

    /** Texts are kept as people write them, unless they could be taken for others. */
    private static Object readable(Object value, @Nullable Decision<?> decision) {
        return decision != null
                        && decision.value().orElse(null) instanceof TextPart text
                        && (text instanceof Text || text instanceof SecretText)
                        && text.segments().stream().noneMatch(DecidedSubject::hasBraces)
                ? text.toString()
                : value;
    }

    private static boolean hasBraces(Segment segment) {
        return segment instanceof Segment.Literal literal && literal.text().contains("{");
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public Object tree() {
        return tree;
    }

    @Override
    public Optional<Source> source(String pointer) {
        String around = pointer;
        while (around.lastIndexOf('/') > 0 && !decisions.containsKey(around)) {
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return Optional.ofNullable(wholes.getOrDefault(pointer, decisions.get(around)))
                .flatMap(Decision::winner)
                .map(Claim::source);
    }
}
