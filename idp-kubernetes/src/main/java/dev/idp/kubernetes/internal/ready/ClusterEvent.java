package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event, of either of the two kinds that there are.
 *
 * @param object the object that it is of: a reference
 * @param container the container that it is of; empty if it is of none
 * @param isWarning whether it is of something that went wrong
 * @param reason what happened, in one word
 * @param message what happened
 * @param time when it happened last
 */
record ClusterEvent(Value object, String container, boolean isWarning, String reason, String message, Instant time) {

    static List<ClusterEvent> newestFirst(Collection<Tree> events) {
        return events.stream()
                .map(event -> read(new Value(event)))
                .sorted(Comparator.comparing(ClusterEvent::time)
                        .reversed()
                        .thenComparing(ClusterEvent::reason)
                        .thenComparing(ClusterEvent::message))
                .toList();
    }

    private static ClusterEvent read(Value event) {
        Value involved = event.at("involvedObject");
        Value object = involved.isThere() ? involved : event.at("regarding");
        String path = object.at("fieldPath").text("");
        return new ClusterEvent(
                object,
                path.endsWith("}") ? path.substring(path.indexOf('{') + 1, path.length() - 1) : "",
                event.at("type").text("").equals("Warning"),
                event.at("reason").text(""),
                event.at("message").text(event.at("note").text("")),
                latest(event));
    }

    private static Instant latest(Value event) {
        return Stream.of(
                        event.at("series", "lastObservedTime"),
                        event.at("lastTimestamp"),
                        event.at("deprecatedLastTimestamp"),
                        event.at("eventTime"),
                        event.at("metadata", "creationTimestamp"))
                .flatMap(time -> time.time().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    boolean is(String... reasons) {
        return List.of(reasons).contains(reason);
    }

    boolean isOf(Value other) {
        return isOf(other.at("kind").text(""), other);
    }

    /** Lists of pods leave their kind out. */
    boolean isOf(String kind, Value other) {
        return isOf(kind, other.at("metadata", "name").text("")) && agrees("namespace", other) && agrees("uid", other);
    }

    boolean isOf(String kind, String name) {
        return object.at("kind").text("").equals(kind)
                && object.at("name").text("").equals(name);
    }

    private boolean agrees(String field, Value other) {
        String here = object.at(field).text("");
        String there = other.at("metadata", field).text("");
        return here.isEmpty() || there.isEmpty() || here.equals(there);
    }
}
