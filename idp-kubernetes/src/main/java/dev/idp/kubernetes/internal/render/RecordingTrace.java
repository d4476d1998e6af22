package dev.idp.kubernetes.internal.render;

import dev.idp.explain.Decision;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps what facets say about one object. */
public final class RecordingTrace implements Trace {

    private final String prefix;

    /** Not sorted, since most is noted in order to be thrown away unread. */
    private final Map<String, Note> notes;

    /** Creates the trace of an object about which nothing is said yet. */
    public RecordingTrace() {
        this("", new HashMap<>());
    }

    private RecordingTrace(String prefix, Map<String, Note> notes) {
        this.prefix = prefix;
        this.notes = notes;
    }

    /**
     * What is said of a pointer.
     *
     * @param isAbsent whether it says why nothing stands there
     * @param reason the rule and why; empty when a decided value stands there
     * @param decisions what the value is made of
     * @param conditions what made it appear or stay away
     */
    public record Note(boolean isAbsent, String reason, List<Decision<?>> decisions, List<Decision<?>> conditions) {

        /**
         * Returns what several notes say together.
         *
         * @param notes the notes
         * @return one note
         */
        public static Note merged(List<Note> notes) {
            Set<String> reasons = new LinkedHashSet<>();
            Set<Decision<?>> decisions = new LinkedHashSet<>();
            Set<Decision<?>> conditions = new LinkedHashSet<>();
            boolean isAbsent = false;
            for (Note note : notes) {
                isAbsent |= note.isAbsent();
                if (!note.reason().isEmpty()) {
                    reasons.add(note.reason());
                }
                decisions.addAll(note.decisions());
                conditions.addAll(note.conditions());
            }
            return new Note(isAbsent, String.join("; ", reasons), List.copyOf(decisions), List.copyOf(conditions));
        }
    }

    /**
     * Finds what is said of something that stands in the object.
     *
     * @param pointer where it stands
     * @return what is said of it or of the closest pointer above it, or empty
     */
    public Optional<Note> ofPresent(String pointer) {
        return closest(pointer, note -> !note.isAbsent());
    }

    /**
     * Finds what is said of something that does not stand in the object.
     *
     * @param pointer where it would stand
     * @return why it, or something above it, does not, or empty
     */
    public Optional<Note> ofAbsent(String pointer) {
        return closest(pointer, Note::isAbsent);
    }

    private Optional<Note> closest(String pointer, Predicate<Note> fits) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Note note = notes.get(at);
            if (note != null && fits.test(note)) {
                return Optional.of(note);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what is said of anything that stands, or does not stand, below a pointer.
     *
     * @param pointer the pointer of a list or a map
     * @param absent whether to tell of what does not stand there
     * @return in the order of the pointers
     */
    public List<Note> below(String pointer, boolean absent) {
        String start = pointer + "/";
        return notes.entrySet().stream()
                .filter(note ->
                        note.getKey().startsWith(start) && note.getValue().isAbsent() == absent)
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Moves what is said to other pointers, as when an edit moves what stands there.
     *
     * @param to finds the new pointer; empty if nothing of it is left
     */
    public void move(Function<String, Optional<String>> to) {
        Map<String, Note> moved = new HashMap<>();
        notes.forEach((pointer, note) -> to.apply(pointer).ifPresent(other -> moved.put(other, note)));
        notes.clear();
        notes.putAll(moved);
    }

    @Override
    public Trace at(String pointer) {
        return new RecordingTrace(prefix + pointer, notes);
    }

    @Override
    public Trace at(String pointer, int index) {
        return at(pointer + "/" + index);
    }

    @Override
    public Trace at(String pointer, String key) {
        return at(pointer + "/" + Pointers.escape(key));
    }

    @Override
    public <T> T value(String pointer, Decision<T> decision) {
        cite(pointer, decision);
        return decision.get();
    }

    @Override
    public void cite(String pointer, Decision<?>... decisions) {
        notes.put(prefix + pointer, new Note(false, "", List.of(decisions), List.of()));
    }

    @Override
    public <T> T because(String pointer, T value, String reason, Decision<?>... conditions) {
        notes.put(prefix + pointer, new Note(false, reason, List.of(), List.of(conditions)));
        return value;
    }

    @Override
    public void rule(String pointer, String reason, Decision<?>... conditions) {
        notes.merge(
                prefix + pointer,
                new Note(false, reason, List.of(), List.of(conditions)),
                (said, added) -> Note.merged(List.of(said, added)));
    }

    @Override
    public void absent(String pointer, String reason, Decision<?>... conditions) {
        notes.put(prefix + pointer, new Note(true, reason, List.of(), List.of(conditions)));
    }
}
