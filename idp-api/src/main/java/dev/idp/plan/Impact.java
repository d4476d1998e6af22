package dev.idp.plan;

import dev.idp.explain.Source;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one change of a plan does to what runs.
 *
 * @param environment the environment's name
 * @param workload the name of the service or job that it is about; empty if it is about something else
 * @param field what is another, as a path below the workload, like {@code env/PORT}; of the environment if there is no
 *     workload
 * @param before what it was; empty if there was nothing
 * @param after what it is; empty if there is nothing any more
 * @param effects what it does, the mildest first; none if nothing that runs notices
 * @param source who said what it is now, or what it was if there is nothing any more; empty if nobody knows. It does not
 *     count when impacts are compared
 */
public record Impact(
        String environment,
        Optional<String> workload,
        String field,
        Optional<String> before,
        Optional<String> after,
        SortedSet<Effect> effects,
        Optional<Source> source) {

    /**
     * Returns what is another, without where: so that changes that are the same for many can be shown once.
     *
     * @return for example {@code memory: 512Mi -> 768Mi}
     */
    public String change() {
        return field + ": " + before.orElse("nothing") + " -> " + after.orElse("nothing");
    }

    /**
     * Returns what it does, in words.
     *
     * @return for example {@code rolling restart, exposure widened}, or {@code nothing}
     */
    public String does() {
        return effects.isEmpty()
                ? "nothing"
                : effects.stream().map(Effect::toString).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Impact that
                && environment.equals(that.environment)
                && workload.equals(that.workload)
                && field.equals(that.field)
                && before.equals(that.before)
                && after.equals(that.after)
                && effects.equals(that.effects);
    }

    @Override
    public int hashCode() {
        return Objects.hash(environment, workload, field, before, after, effects);
    }

    /**
     * Returns for example {@code orders in prod: memory: 512Mi -> 768Mi: rolling restart, by golden path spring-web 2.2,
     * SpringWeb.java:23}.
     */
    @Override
    public String toString() {
        return workload.map(name -> name + " in ").orElse("") + environment + ": " + change() + ": " + does()
                + source.map(said -> ", by " + said).orElse("");
    }
}
