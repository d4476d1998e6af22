package dev.idp.kubernetes.apply;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of everything that was applied. */
public final class Outcome {

    /** What was done with an object. */
    public enum Result {
        /** It was made. */
        CREATED,
        /** It was taken in. */
        ADOPTED,
        /** It was changed. */
        UPDATED,
        /** Nothing was done, nor had to be. */
        UNCHANGED,
        /** It was deleted and made again. */
        REPLACED,
        /** It was deleted. */
        PRUNED,
        /** It is no longer wanted and was left, since nobody asked to delete it or something protects it. */
        KEPT,
        /** It was left out, since something before it failed or all was stopped. */
        SKIPPED,
        /** It could not be done. */
        FAILED
    }

    private final String set;
    private final List<ObjectOutcome> objects;
    private final String failure;
    private final long requests;
    private final Duration took;

    Outcome(String set, List<ObjectOutcome> objects, String failure, long requests, Duration took) {
        this.set = set;
        this.objects = List.copyOf(objects);
        this.failure = failure;
        this.requests = requests;
        this.took = took;
    }

    /**
     * Returns the set's name.
     *
     * @return as {@link ApplySet#name()}
     */
    public String set() {
        return set;
    }

    /**
     * Returns what became of each object.
     *
     * @return in the order of namespaces, kinds and names
     */
    public List<ObjectOutcome> objects() {
        return objects;
    }

    /**
     * Returns those with which something was done.
     *
     * @param result what
     * @return their outcomes
     */
    public List<ObjectOutcome> with(Result result) {
        return objects.stream().filter(object -> object.result() == result).toList();
    }

    /**
     * Returns why nothing was done at all.
     *
     * @return the reason; empty if something was tried
     */
    public String failure() {
        return failure;
    }

    /**
     * Returns how many requests it took.
     *
     * @return all, with those that were sent again
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
     * Tells whether all is as it should be.
     *
     * @return true if nothing failed, was skipped or is not ready
     */
    public boolean isSuccess() {
        return failure.isEmpty() && objects.stream().noneMatch(ObjectOutcome::isFailure);
    }

    /**
     * Throws unless all is as it should be.
     *
     * @return this
     * @throws ApplyException if something failed, was skipped or is not ready; the message is {@link #toText()}
     */
    public Outcome orThrow() {
        if (!isSuccess()) {
            throw new ApplyException(toText());
        }
        return this;
    }

    /**
     * Returns how many objects had which result.
     *
     * @return for example {@code 3 created, 12 unchanged, 1 failed}
     */
    public String summary() {
        if (!failure.isEmpty()) {
            return "nothing was done";
        }
        Map<Result, Long> counts = objects.stream()
                .collect(Collectors.groupingBy(ObjectOutcome::result, TreeMap::new, Collectors.counting()));
        long waiting = objects.stream()
                .filter(object ->
                        !object.isReady() && object.result() != Result.FAILED && object.result() != Result.SKIPPED)
                .count();
        String summary = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (summary.isEmpty() ? "no objects" : summary) + (waiting == 0 ? "" : ", " + waiting + " not ready");
    }

    /**
     * Returns it for people to read: a line of figures, and what is not as it should be.
     *
     * @return lines, without a line feed at the end
     */
    public String toText() {
        StringBuilder text = new StringBuilder(set)
                .append(": ")
                .append(summary())
                .append(" (")
                .append(requests)
                .append(" requests, ")
                .append(String.format(Locale.ROOT, "%.1f s)", took.toMillis() / 1000.0));
        if (!failure.isEmpty()) {
            text.append("\n  ").append(failure);
        }
        objects.stream().filter(ObjectOutcome::isFailure).forEach(object -> append(text, object));
        return text.toString();
    }

    private static void append(StringBuilder text, ObjectOutcome object) {
        String what = object.result() == Result.FAILED || object.result() == Result.SKIPPED
                ? object.result().name().toLowerCase(Locale.ROOT)
                : "not ready";
        text.append("\n  ")
                .append(object.object())
                .append(" ")
                .append(what)
                .append(": ")
                .append(object.message());
        object.conflicts().forEach(conflict -> text.append("\n      ").append(conflict));
        object.cause().ifPresent(cause -> {
            text.append("\n      cause   ").append(cause.what());
            text.append("\n      where   ").append(cause.where());
            text.append("\n      look    ").append(cause.look());
        });
    }

    /** Returns {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
