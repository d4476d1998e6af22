package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/** What an edit changed about an object. */
final class Difference {

    private final JsonNode before;
    private final NavigableMap<String, JsonNode> old;
    private final NavigableMap<String, JsonNode> now;
    private final Moves moves;

    /**
     * A leaf that the edit added.
     *
     * @param pointer where it stands
     * @param was where that was before the edit; empty if it stands in a new element of a list
     */
    record Added(String pointer, Optional<String> was) {}

    private Difference(JsonNode before, JsonNode after) {
        this.before = before;
        this.old = Pointers.leaves(before);
        this.now = Pointers.leaves(after);
        this.moves = Moves.between(before, after);
    }

    static Difference between(JsonNode before, JsonNode after) {
        return new Difference(before, after);
    }

    /** Returns where the leaves stood that the edit changed or removed. */
    List<String> changed() {
        List<String> changed = new ArrayList<>();
        old.forEach((pointer, value) -> {
            if (!Objects.equals(moves.now(pointer).map(now::get).orElse(null), value)) {
                changed.add(pointer);
            }
        });
        return changed;
    }

    /** Returns the leaves that the edit added. */
    List<Added> added() {
        List<Added> added = new ArrayList<>();
        now.keySet().forEach(pointer -> {
            Optional<String> was = moves.was(pointer);
            if (was.map(old::get).isEmpty()) {
                added.add(new Added(pointer, was));
            }
        });
        return added;
    }

    /** Tells whether a list stood at a pointer. */
    boolean wasList(String pointer) {
        return before.at(JsonPointer.compile(pointer)).isArray();
    }

    /** Tells whether anything stood at a pointer. */
    boolean wasThere(String pointer) {
        return !before.at(JsonPointer.compile(pointer)).isMissingNode();
    }

    /** Ties what the edit changed, added or removed to it, and keeps what is said of all else. */
    void cite(RecordingTrace trace, Decision<?> said) {
        if (!moves.isEmpty()) {
            trace.move(moves::now);
        }
        now.forEach((pointer, value) -> {
            if (!Objects.equals(moves.was(pointer).map(old::get).orElse(null), value)) {
                trace.cite(pointer, said);
            }
        });
        old.keySet().forEach(pointer -> {
            String here = moves.now(pointer).orElse(pointer);
            if (!isThere(here)) {
                trace.absent(topmostGone(here), "an edit removed it", said);
            }
        });
    }

    /** What holds a removed leaf may be gone as well. */
    private String topmostGone(String pointer) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return parent.isEmpty() || isThere(parent) ? pointer : topmostGone(parent);
    }

    private boolean isThere(String pointer) {
        return now.containsKey(pointer)
                || !now.subMap(pointer + "/", pointer + "0").isEmpty();
    }
}
