package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Explanation;
import dev.idp.explain.Source;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says why lines of rendered objects are what they are. It keeps the objects that it was last asked about, so that many lines
 * cost little more than one; it is for one thread.
 */
public final class Explainer {

    /** Of so many services and jobs, objects are kept; they take some tens of kilobytes each. */
    private static final int KEPT = 256;

    /** RFC 6901: a tilde escapes, and only itself and the slash. */
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    private static final RecordingTrace.Note UNSAID = new RecordingTrace.Note(
            true,
            "neither the platform nor this library says anything about it; if it is a field, Kubernetes decides",
            List.of(),
            List.of());

    private final EnvironmentPlan environment;
    private final Rendering rendering;
    /** By the names of workloads; the environment's own have none. */
    private final Map<String, List<RenderedObject>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<RenderedObject>> eldest) {
            return size() > KEPT;
        }
    };

    Explainer(EnvironmentPlan environment) {
        this.environment = environment;
        this.rendering = new Rendering(environment, true);
    }

    /**
     * Explains one line of one object, also one that is not there.
     *
     * @param object the object, as in {@link Manifests#explain(String, String)}
     * @param pointer the line, as a JSON pointer (RFC 6901)
     * @return the explanation
     * @throws NoSuchElementException if there is no such object; the message lists similar ones
     * @throws IllegalArgumentException if the pointer is not a JSON pointer
     */
    public Explanation explain(String object, String pointer) {
        if (!POINTER.matcher(pointer).matches()) {
            throw new IllegalArgumentException("'" + pointer
                    + "' is not a JSON pointer: write it like /spec/replicas, and a slash within a name as ~1, as in"
                    + " /metadata/labels/app.kubernetes.io~1name");
        }
        RenderedObject rendered = find(object);
        JsonNode value = Serialization.tree(rendered.object()).at(JsonPointer.compile(pointer));
        return explain(rendered, pointer, value);
    }

    /**
     * Explains every leaf of one object.
     *
     * @param object the object, as in {@link Manifests#explain(String, String)}
     * @return explanations in the order of their pointers
     * @throws NoSuchElementException if there is no such object; the message lists similar ones
     */
    public List<Explanation> explain(String object) {
        RenderedObject rendered = find(object);
        List<Explanation> explanations = new ArrayList<>();
        Pointers.leaves(Serialization.tree(rendered.object()))
                .forEach((pointer, value) -> explanations.add(explain(rendered, pointer, value)));
        return explanations;
    }

    /**
     * Finds out who said what stands in a line: what it is made of, else what made it appear or stay away, else the same of
     * what is around it.
     *
     * @param object the object, as in {@link Manifests#explain(String, String)}
     * @param pointer the line, as a JSON pointer (RFC 6901)
     * @return who, with the line of the program; empty if nobody but this library did
     * @throws NoSuchElementException if there is no such object; the message lists similar ones
     * @throws IllegalArgumentException if the pointer is not a JSON pointer
     */
    public Optional<Source> source(String object, String pointer) {
        Optional<Source> source = explain(object, pointer).source();
        String around = pointer;
        while (source.isEmpty() && around.lastIndexOf('/') > 0) {
            around = around.substring(0, around.lastIndexOf('/'));
            source = explain(object, around).source();
        }
        return source;
    }

    private Explanation explain(RenderedObject rendered, String pointer, JsonNode value) {
        RecordingTrace trace = Objects.requireNonNull(rendered.trace());
        boolean absent = value.isMissingNode();
        List<RecordingTrace.Note> notes = new ArrayList<>();
        (absent ? trace.ofAbsent(pointer) : trace.ofPresent(pointer)).ifPresent(notes::add);
        if (absent ? notes.isEmpty() : !value.isEmpty()) {
            notes.addAll(trace.below(pointer, absent));
        }
        RecordingTrace.Note note = notes.isEmpty() && absent ? UNSAID : RecordingTrace.Note.merged(notes);
        return new Explanation(
                rendered.reference() + " in " + environment.name(),
                pointer,
                absent ? Optional.empty() : Optional.of(value.toString()),
                note.reason(),
                note.decisions(),
                note.conditions());
    }

    /** Most objects are called after their workload, so that one is rendered first. */
    private RenderedObject find(String object) {
        String name = object.substring(object.lastIndexOf('/') + 1);
        return Stream.of(
                        workloads(true, name).flatMap(this::of),
                        Stream.of(environment).flatMap(all -> ofEnvironment().stream()),
                        workloads(false, name).flatMap(this::of))
                .flatMap(found -> found)
                .filter(rendered -> rendered.isCalled(object))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "no object '" + object + "' in " + environment.name() + "; there are " + similar(object)));
    }

    private Stream<WorkloadPlan> workloads(boolean calledAfter, String name) {
        return environment.workloads().stream().filter(workload -> isCalledAfter(workload, name) == calledAfter);
    }

    private static boolean isCalledAfter(WorkloadPlan workload, String name) {
        return name.equals(workload.name()) || name.startsWith(workload.name() + "-");
    }

    private Stream<RenderedObject> of(WorkloadPlan workload) {
        return kept(workload.name(), () -> rendering.workload(workload)).stream();
    }

    private List<RenderedObject> ofEnvironment() {
        return kept("", rendering::environment);
    }

    private List<RenderedObject> kept(String workload, Supplier<List<RenderedObject>> render) {
        List<RenderedObject> known = kept.get(workload);
        if (known == null) {
            known = render.get();
            kept.put(workload, known);
        }
        return known;
    }

    private String similar(String object) {
        String kind = object.contains("/") ? object.substring(0, object.indexOf('/')) : object;
        List<String> all = Stream.concat(
                        ofEnvironment().stream(),
                        environment.workloads().stream().flatMap(this::of))
                .map(RenderedObject::reference)
                .toList();
        List<String> sameKind = all.stream()
                .filter(reference -> reference.regionMatches(true, 0, kind + "/", 0, kind.length() + 1))
                .toList();
        return sameKind.isEmpty()
                ? "objects of the kinds "
                        + all.stream()
                                .map(reference -> reference.substring(0, reference.indexOf('/')))
                                .distinct()
                                .collect(Collectors.joining(", "))
                : String.join(", ", sameKind);
    }
}
