package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast the number of copies of a service follows its load.
 *
 * <p>This is {@code spec.behavior} of the <a
 * href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior">
 * HorizontalPodAutoscaler</a>.
 *
 * @param up when there are more copies; empty to leave it to Kubernetes, which adds them at once
 * @param down when there are fewer copies; empty to leave it to Kubernetes, which waits for five minutes
 */
public record Scaling(Optional<Pace> up, Optional<Pace> down) {

    static final JsonForm<Scaling> JSON = new JsonForm<>(Scaling::write, Scaling::read);

    /**
     * Refuses null.
     *
     * @param up when there are more copies
     * @param down when there are fewer copies
     */
    public Scaling {
        Objects.requireNonNull(up, "the pace of scaling up is null");
        Objects.requireNonNull(down, "the pace of scaling down is null");
    }

    /**
     * Says how fast copies are added.
     *
     * @param pace how fast
     * @return the scaling
     */
    public static Scaling up(Pace pace) {
        return new Scaling(
                Optional.of(Objects.requireNonNull(pace, "the pace of scaling up is null")), Optional.empty());
    }

    /**
     * Says how fast copies are removed.
     *
     * @param pace how fast
     * @return the scaling
     */
    public static Scaling down(Pace pace) {
        return new Scaling(
                Optional.empty(), Optional.of(Objects.requireNonNull(pace, "the pace of scaling down is null")));
    }

    /**
     * Says as well how fast copies are removed.
     *
     * @param pace how fast
     * @return the scaling
     */
    public Scaling andDown(Pace pace) {
        return new Scaling(up, Optional.of(Objects.requireNonNull(pace, "the pace of scaling down is null")));
    }

    private static Object write(Scaling scaling) {
        Map<String, Object> json = new TreeMap<>();
        scaling.up.ifPresent(pace -> json.put("up", Pace.JSON.write().apply(pace)));
        scaling.down.ifPresent(pace -> json.put("down", Pace.JSON.write().apply(pace)));
        return json;
    }

    private static Scaling read(Object json) {
        Fields fields = Fields.of(json);
        return new Scaling(
                fields.find("up").map(Pace.JSON.read()), fields.find("down").map(Pace.JSON.read()));
    }

    Optional<Flaw> flaw() {
        if (up.isEmpty() && down.isEmpty()) {
            return Optional.of(new Flaw("a scaling says nothing", "say Scaling.up(...) or Scaling.down(...)"));
        }
        return up.flatMap(Pace::flaw).or(() -> down.flatMap(Pace::flaw));
    }

    /** Returns for example {@code down after 600s}. */
    @Override
    public String toString() {
        return Stream.concat(up.map(pace -> "up " + pace).stream(), down.map(pace -> "down " + pace).stream())
                .collect(Collectors.joining("; "));
    }
}
