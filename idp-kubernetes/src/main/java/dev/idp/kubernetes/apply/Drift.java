package dev.idp.kubernetes.apply;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a cluster is from what was said. Only the cluster was asked, and nothing in it was tried: who may read may find it
 * out.
 */
public final class Drift {

    /** How an object is. */
    public enum State {
        /** As it shall be. What others rightly say, such as the copies that an autoscaler wants, does not count. */
        IN_SYNC,
        /** The program says something else by now, and nobody applied it yet. */
        NOT_APPLIED,
        /** Somebody else changed what it shall be. */
        DRIFTED,
        /** It is not there. */
        MISSING,
        /** Something of its name is there and was not made by this set. */
        FOREIGN,
        /** It was applied and is no longer wanted. */
        LEFT_OVER
    }

    /**
     * An object, and how it is.
     *
     * @param object the object
     * @param state how it is
     * @param fields what differs: {@code before} is what it shall be, {@code after} what it is, {@code said} who changed it and
     *     when, as the server notes
     * @param message what else there is to say; empty mostly
     */
    public record DriftedObject(ObjectKey object, State state, List<FieldChange> fields, String message) {}

    private final String set;
    private final List<DriftedObject> objects;
    private final long requests;
    private final Duration took;

    Drift(String set, List<DriftedObject> objects, long requests, Duration took) {
        this.set = set;
        this.objects = objects.stream()
                .sorted(Comparator.comparing(DriftedObject::state).thenComparing(DriftedObject::object))
                .toList();
        this.requests = requests;
        this.took = took;
    }

    /**
     * Returns all objects, also those in sync.
     *
     * @return in the order of states, namespaces, kinds and names
     */
    public List<DriftedObject> objects() {
        return objects;
    }

    /**
     * Returns the objects that are in a state.
     *
     * @param state the state
     * @return these objects
     */
    public List<DriftedObject> with(State state) {
        return objects.stream().filter(object -> object.state() == state).toList();
    }

    /**
     * Tells whether the cluster is as was said.
     *
     * @return true if all objects are in sync
     */
    public boolean isInSync() {
        return objects.stream().allMatch(object -> object.state() == State.IN_SYNC);
    }

    /**
     * Returns how many requests it took.
     *
     * @return for each kind and namespace one, and some
     */
    public long requests() {
        return requests;
    }

    /**
     * Returns how long it took.
     *
     * @return wall time
     */
    public Duration took() {
        return took;
    }

    /**
     * Returns it for people to read.
     *
     * @return a line of figures, and what is not in sync, without a line feed at the end
     */
    public String toText() {
        Map<State, Long> counts = objects.stream()
                .collect(Collectors.groupingBy(DriftedObject::state, TreeMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder(set)
                .append(": ")
                .append(
                        counts.isEmpty()
                                ? "no objects"
                                : counts.entrySet().stream()
                                        .map(count -> count.getValue() + " " + words(count.getKey()))
                                        .collect(Collectors.joining(", ")))
                .append(String.format(Locale.ROOT, " (%d requests, %.1f s)", requests, took.toMillis() / 1000.0));
        objects.stream().filter(object -> object.state() != State.IN_SYNC).forEach(object -> append(text, object));
        return text.toString();
    }

    private static void append(StringBuilder text, DriftedObject object) {
        text.append("\n  ").append(object.object()).append("  ").append(words(object.state()));
        if (!object.message().isEmpty()) {
            text.append(": ").append(object.message());
        }
        object.fields().forEach(field -> {
            text.append("\n    ").append(field.pointer()).append("  ").append(ChangeText.values(field));
            field.said().ifPresent(said -> text.append("\n        ").append(said));
        });
    }

    private static String words(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
