package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How fast the number of copies changes in one direction. What is left unsaid is left to Kubernetes.
 *
 * <p>This is {@code HPAScalingRules} of the <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/">
 * HorizontalPodAutoscaler</a>, checked as the API server of Kubernetes 1.34 does.
 *
 * @param window how long the load must ask for the change before it is made
 * @param steps how much the number may change in which time
 * @param choice which of several steps counts
 */
public record Pace(Optional<Duration> window, List<Step> steps, Optional<Choice> choice) {

    private static final long LONGEST_WINDOW = 3600;
    private static final long LONGEST_PERIOD = 1800;

    static final JsonForm<Pace> JSON = new JsonForm<>(Pace::write, Pace::read);

    /**
     * How much the number of copies may change at most.
     *
     * @param most a number of copies, or a percentage of those that there are
     * @param per in which time
     */
    public record Step(Portion most, Duration per) {

        private static final JsonForm<Step> JSON = new JsonForm<>(
                step -> new TreeMap<>(Map.of(
                        "most",
                        Portion.JSON.write().apply(step.most),
                        "per",
                        seconds().apply(step.per))),
                json -> new Step(
                        Portion.JSON.read().apply(Fields.of(json).text("most")),
                        JsonForm.SECONDS.read().apply(Fields.of(json).any("per"))));

        /**
         * Refuses null.
         *
         * @param most a number of copies, or a percentage of those that there are
         * @param per in which time
         */
        public Step {
            Objects.requireNonNull(most, "the size of a step is null");
            Objects.requireNonNull(per, "the time of a step is null");
        }

        private Optional<Flaw> flaw() {
            return most.flaw("a step of scaling", 1).or(() -> flawOf("the time of a step", per, 1, LONGEST_PERIOD));
        }

        /** Returns for example {@code 10% in 60s}. */
        @Override
        public String toString() {
            return most + " in " + per.toSeconds() + "s";
        }
    }

    /** Which of several steps counts. */
    public enum Choice {
        /** The one that changes the most, as when nothing is said. */
        FASTEST,
        /** The one that changes the least. */
        SLOWEST,
        /** None: the number does not change in this direction. */
        NEVER
    }

    /**
     * Refuses null.
     *
     * @param window how long the load must ask for the change before it is made
     * @param steps how much the number may change in which time
     * @param choice which of several steps counts
     */
    public Pace {
        Objects.requireNonNull(window, "the window of a pace is null");
        steps = List.copyOf(Objects.requireNonNull(steps, "the steps of a pace are null"));
        Objects.requireNonNull(choice, "the choice of a pace is null");
    }

    /**
     * Returns a pace at which the number changes when the load has asked for it long enough.
     *
     * @param window how long: whole seconds, an hour at most; zero for at once
     * @return the pace
     */
    public static Pace after(Duration window) {
        return new Pace(
                Optional.of(Objects.requireNonNull(window, "the window of a pace is null")),
                List.of(),
                Optional.empty());
    }

    /**
     * Returns a pace of one step.
     *
     * @param most how much the number may change: copies, or a percentage of those that there are
     * @param per in which time: whole seconds, half an hour at most
     * @return the pace; more steps are added by {@link #or}
     */
    public static Pace atMost(Portion most, Duration per) {
        return new Pace(Optional.empty(), List.of(new Step(most, per)), Optional.empty());
    }

    /**
     * Returns the pace at which the number does not change.
     *
     * @return the pace
     */
    public static Pace never() {
        return new Pace(Optional.empty(), List.of(), Optional.of(Choice.NEVER));
    }

    /**
     * Returns this pace with one more step.
     *
     * @param most how much the number may change: copies, or a percentage of those that there are
     * @param per in which time: whole seconds, half an hour at most
     * @return the pace
     */
    public Pace or(Portion most, Duration per) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(most, per));
        return new Pace(window, more, choice);
    }

    /**
     * Returns this pace, of whose steps the slowest counts instead of the fastest.
     *
     * @return the pace
     */
    public Pace slowest() {
        return new Pace(window, steps, Optional.of(Choice.SLOWEST));
    }

    /**
     * Returns this pace for when the load has asked for the change long enough.
     *
     * @param window how long: whole seconds, an hour at most; zero for at once
     * @return the pace
     */
    public Pace onceStableFor(Duration window) {
        return new Pace(Optional.of(Objects.requireNonNull(window, "the window of a pace is null")), steps, choice);
    }

    private static Object write(Pace pace) {
        Map<String, Object> json = new TreeMap<>();
        pace.window.ifPresent(window -> json.put("windowSeconds", seconds().apply(window)));
        json.put("steps", JsonForm.listOf(Step.JSON).write().apply(pace.steps));
        pace.choice.ifPresent(choice -> json.put("choice", choice.name()));
        return json;
    }

    private static Function<Duration, Object> seconds() {
        return JsonForm.SECONDS.write();
    }

    private static Pace read(Object json) {
        Fields fields = Fields.of(json);
        return new Pace(
                fields.find("windowSeconds").map(JsonForm.SECONDS.read()),
                JsonForm.listOf(Step.JSON).read().apply(fields.any("steps")),
                fields.findText("choice").map(Choice::valueOf));
    }

    Optional<Flaw> flaw() {
        if (window.isEmpty() && steps.isEmpty() && choice.isEmpty()) {
            return Optional.of(new Flaw("a pace of scaling says nothing", "say Pace.after(...) or Pace.atMost(...)"));
        }
        return window.flatMap(time -> flawOf("the window of a pace", time, 0, LONGEST_WINDOW))
                .or(() -> steps.stream().flatMap(step -> step.flaw().stream()).findFirst());
    }

    private static Optional<Flaw> flawOf(String what, Duration time, long least, long most) {
        return time.toNanosPart() == 0 && time.toSeconds() >= least && time.toSeconds() <= most
                ? Optional.empty()
                : Optional.of(
                        new Flaw(what + " cannot be " + time, "give whole seconds, from " + least + " to " + most));
    }

    /** Returns for example {@code after 600s, 10% in 60s or 2 in 60s, slowest}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        window.ifPresent(time -> parts.add("after " + time.toSeconds() + "s"));
        if (!steps.isEmpty()) {
            parts.add(steps.stream().map(Step::toString).collect(Collectors.joining(" or ")));
        }
        choice.ifPresent(which -> parts.add(which.name().toLowerCase(Locale.ROOT)));
        return String.join(", ", parts);
    }
}
