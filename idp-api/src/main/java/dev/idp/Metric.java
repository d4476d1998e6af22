package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A measure by which a service is scaled.
 *
 * @param name under which the environment's monitoring knows it
 * @param source whose measure it is
 * @param target above which value for each copy there are more copies
 */
public record Metric(String name, Source source, long target) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]([A-Za-z0-9_.:/|-]{0,251}[A-Za-z0-9_])?");

    static final JsonForm<Metric> JSON = new JsonForm<>(
            metric ->
                    new TreeMap<>(Map.of("name", metric.name, "source", metric.source.name(), "target", metric.target)),
            json -> new Metric(
                    Fields.of(json).text("name"),
                    Source.valueOf(Fields.of(json).text("source")),
                    Fields.of(json).number("target")));

    /** Whose measure it is. */
    public enum Source {
        /** Every copy reports it; their average counts. */
        COPIES,
        /** Something else reports it, such as a queue; it is divided by the number of copies. */
        ELSEWHERE
    }

    /**
     * Refuses null.
     *
     * @param name under which the environment's monitoring knows it
     * @param source whose measure it is
     * @param target above which value for each copy there are more copies
     */
    public Metric {
        Nulls.refuse(name, "the name of a metric");
        Nulls.refuse(source, "the source of a metric");
    }

    /**
     * Returns a measure that every copy reports, such as requests per second.
     *
     * @param name under which the environment's monitoring knows it
     * @param target the average above which there are more copies
     * @return the metric
     */
    public static Metric ofCopies(String name, long target) {
        return new Metric(name, Source.COPIES, target);
    }

    /**
     * Returns a measure that something else reports, such as the length of a queue.
     *
     * @param name under which the environment's monitoring knows it
     * @param perCopy how much of it one copy can deal with
     * @return the metric
     */
    public static Metric elsewhere(String name, long perCopy) {
        return new Metric(name, Source.ELSEWHERE, perCopy);
    }

    Optional<Flaw> flaw() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    new Flaw("'" + name + "' cannot name a metric", "use letters, digits, underscores and dots"));
        }
        return target > 0
                ? Optional.empty()
                : Optional.of(
                        new Flaw("metric " + name + " has no target to scale at: " + target, "say a positive number"));
    }

    /** Returns for example {@code requests_per_second of copies at 100}. */
    @Override
    public String toString() {
        return name + (source == Source.COPIES ? " of " : " ") + source.name().toLowerCase(Locale.ROOT) + " at "
                + target;
    }
}
