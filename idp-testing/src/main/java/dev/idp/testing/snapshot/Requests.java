package dev.idp.testing.snapshot;

import dev.idp.explain.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which snapshots were asked for, and by which lines. */
final class Requests {

    private record Request(String name, List<String> trail, Map<String, String> texts) {

        /** The nearest line, or all that are known where it alone tells nothing apart. */
        String from(Request other) {
            boolean isTold = trail.isEmpty() || !trail.get(0).equals(other.nearest()) || trail.equals(other.trail());
            return isTold ? nearest() : String.join(" < ", trail);
        }

        private String nearest() {
            return trail.isEmpty() ? "an unknown line" : trail.get(0);
        }
    }

    /** By names as file systems that ignore case tell them apart. */
    private final Map<String, Request> requests = new ConcurrentHashMap<>();

    /** Notes a request; the same one again, as when a test is repeated, is none. */
    void add(String name, Origin origin, Map<String, String> texts) {
        Request request = new Request(name, origin.trail(), Map.copyOf(texts));
        Request other = requests.putIfAbsent(name.toLowerCase(Locale.ROOT), request);
        if (other == null || other.equals(request)) {
            return;
        }
        throw new IllegalStateException(
                other.trail().equals(request.trail())
                        ? "The snapshot '" + name + "' is asked for twice by " + request.from(other)
                                + ", with different content; fix: let the name say which one it is"
                        : "The snapshot '" + name + "' is asked for by " + request.from(other) + " and "
                                + (other.name().equals(name) ? "" : "as '" + other.name() + "' ") + "by "
                                + other.from(request) + "; fix: give each its own name");
    }

    boolean isAskedFor(String path) {
        return requests.values().stream().anyMatch(request -> SnapshotFiles.isOf(request.name(), path));
    }
}
