package dev.idp.plan;

import dev.idp.explain.Decision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That something starts only after something else is ready, if that is a service, or complete, if it is a job.
 *
 * @param from the name of the service or job that waits
 * @param to the name of what it waits for
 * @param because what was said that makes it so; it does not count when starts are compared
 */
public record Start(String from, String to, List<Decision<?>> because) implements Comparable<Start> {

    @Override
    public int compareTo(Start other) {
        int order = from.compareTo(other.from);
        return order != 0 ? order : to.compareTo(other.to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Start that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to);
    }

    /** Returns for example {@code orders starts after migrate}. */
    @Override
    public String toString() {
        return from + " starts after " + to;
    }
}
