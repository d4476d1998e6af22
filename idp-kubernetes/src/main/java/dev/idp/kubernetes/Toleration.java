package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import dev.idp.Names;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A taint of nodes that does not keep the pods of a workload away.
 *
 * <p>This is a <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">toleration</a>,
 * checked as the API server of Kubernetes 1.34 does: its operator is {@code Equal} with a value and {@code Exists} without.
 *
 * @param key the key of the taint; empty for all taints
 * @param value the value of the taint; empty for any
 * @param effect what the taint does; empty for anything
 * @param time for how long pods stay on a node that gets the taint while they run; empty for ever
 */
public record Toleration(String key, Optional<String> value, Optional<Effect> effect, Optional<Duration> time) {

    static final JsonForm<Toleration> JSON = new JsonForm<>(Toleration::write, Toleration::read);

    /** What a taint does to pods that do not tolerate it. */
    public enum Effect {
        /** They are not put on the node. */
        NO_SCHEDULE("NoSchedule"),
        /** They are put on the node only if there is no other. */
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        /** They are not put on the node, and those that run there are evicted. */
        NO_EXECUTE("NoExecute");

        private final String word;

        Effect(String word) {
            this.word = word;
        }

        /** Returns the word of Kubernetes: {@code NoSchedule}. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Refuses null.
     *
     * @param key the key of the taint; empty for all taints
     * @param value the value of the taint; empty for any
     * @param effect what the taint does; empty for anything
     * @param time for how long pods stay; empty for ever
     */
    public Toleration {
        Objects.requireNonNull(key, "the key of a toleration is null");
        Objects.requireNonNull(value, "the value of a toleration is null");
        Objects.requireNonNull(effect, "the effect of a toleration is null");
        Objects.requireNonNull(time, "the time of a toleration is null");
    }

    /**
     * Tolerates a taint whatever its value is.
     *
     * @param key the key of the taint, like {@code nvidia.com/gpu}
     * @return the toleration of all its effects
     */
    public static Toleration ofTaint(String key) {
        return new Toleration(key, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Tolerates a taint of one value.
     *
     * @param key the key of the taint
     * @param value the value of the taint
     * @return the toleration of all its effects
     */
    public static Toleration ofTaint(String key, String value) {
        return new Toleration(
                key,
                Optional.of(Objects.requireNonNull(value, "the value of a toleration is null")),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Tolerates every taint, as agents do that run on every node.
     *
     * @return the toleration
     */
    public static Toleration ofEveryTaint() {
        return ofTaint("");
    }

    /**
     * Returns this toleration of one effect alone.
     *
     * @param effect what the taint does
     * @return the toleration
     */
    public Toleration only(Effect effect) {
        return new Toleration(
                key, value, Optional.of(Objects.requireNonNull(effect, "the effect of a toleration is null")), time);
    }

    /**
     * Returns this toleration for a while: pods that run on a node that gets the taint are evicted afterwards. Only {@link
     * Effect#NO_EXECUTE} evicts pods.
     *
     * @param time whole seconds
     * @return the toleration
     */
    public Toleration forAtMost(Duration time) {
        return new Toleration(
                key, value, effect, Optional.of(Objects.requireNonNull(time, "the time of a toleration is null")));
    }

    private static Object write(Toleration toleration) {
        Map<String, Object> json = new TreeMap<>(Map.of("key", toleration.key));
        toleration.value.ifPresent(value -> json.put("value", value));
        toleration.effect.ifPresent(effect -> json.put("effect", effect.name()));
        toleration.time.ifPresent(
                time -> json.put("forSeconds", JsonForm.SECONDS.write().apply(time)));
        return json;
    }

    private static Toleration read(Object json) {
        Fields fields = Fields.of(json);
        return new Toleration(
                fields.text("key"),
                fields.findText("value"),
                fields.findText("effect").map(Effect::valueOf),
                fields.find("forSeconds").map(JsonForm.SECONDS.read()));
    }

    Optional<Flaw> flaw() {
        return flawOfTaint().or(this::flawOfTime);
    }

    private Optional<Flaw> flawOfTaint() {
        if (key.isEmpty()) {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Flaw(
                            "a toleration of value '" + value.get() + "' names no taint",
                            "name the key of the taint, or say Toleration.ofEveryTaint()"));
        }
        return Names.flawOfTag(key, value.orElse(""))
                .map(flaw -> new Flaw(
                        "no taint can be " + key + value.map(text -> "=" + text).orElse(""),
                        "write key and value as the nodes have them"));
    }

    private Optional<Flaw> flawOfTime() {
        if (time.isEmpty()) {
            return Optional.empty();
        }
        if (effect.filter(Effect.NO_EXECUTE::equals).isEmpty()) {
            return Optional.of(new Flaw(
                    "pods are evicted after " + time.get() + ", and "
                            + effect.map(Effect::toString).orElse("a toleration of any effect") + " evicts none",
                    "say only(Toleration.Effect.NO_EXECUTE), or leave out the time"));
        }
        return time.get().toNanosPart() == 0 && !time.get().isNegative()
                ? Optional.empty()
                : Optional.of(
                        new Flaw("the time of a toleration cannot be " + time.get(), "give whole seconds, 0 or more"));
    }

    /** Returns for example {@code dedicated=gpu:NoExecute for 300s}. */
    @Override
    public String toString() {
        return (key.isEmpty() ? "every taint" : key)
                + value.map(text -> "=" + text).orElse("")
                + effect.map(what -> ":" + what).orElse("")
                + time.map(until -> " for " + until.toSeconds() + "s").orElse("");
    }
}
