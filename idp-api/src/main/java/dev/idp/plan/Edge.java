package dev.idp.plan;

import dev.idp.explain.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a service or a job calls something.
 *
 * @param from the name of the service or job that calls
 * @param to the name of the service or external service that is called
 * @param port the name of the port; empty for an external service
 * @param because what was said that makes it so; it does not count when edges are compared
 */
public record Edge(String from, String to, String port, List<Decision<?>> because) implements Comparable<Edge> {

    @Override
    public int compareTo(Edge other) {
        int order = from.compareTo(other.from);
        order = order != 0 ? order : to.compareTo(other.to);
        return order != 0 ? order : port.compareTo(other.port);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edge that && from.equals(that.from) && to.equals(that.to) && port.equals(that.port);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * from.hashCode() + to.hashCode()) + port.hashCode();
    }

    /** Returns for example {@code frontend -> cart:grpc}. */
    @Override
    public String toString() {
        return from + " -> " + to + (port.isEmpty() ? "" : ":" + port);
    }
}
