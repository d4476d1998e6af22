package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a new version of a service replaces the old one.
 *
 * <p>A Deployment can do all but {@link #onDelete()}. A StatefulSet replaces one copy after the other, {@code rolling(0, 1)},
 * or those that somebody deletes. A DaemonSet has either more copies for a while or fewer, not both, or replaces those that
 * somebody deletes.
 *
 * <p>These are {@code spec.strategy} of a <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/">Deployment</a> and {@code
 * spec.updateStrategy} of the others, checked as the API server of Kubernetes 1.34 does. It takes the {@code
 * maxUnavailable} of a StatefulSet only behind a feature gate, and otherwise drops it.
 *
 * @param kind what happens
 * @param surge how many copies more than wanted there may be meanwhile; none unless it is rolling
 * @param unavailable how many copies fewer than wanted there may be meanwhile; none unless it is rolling
 */
public record Rollout(Kind kind, Portion surge, Portion unavailable) {

    static final JsonForm<Rollout> JSON = JsonForm.text(Rollout::toString, Rollout::parse);

    private static final Pattern ROLLING = Pattern.compile("rolling \\+(-?\\d+%?) -(-?\\d+%?)");
    private static final Portion NONE = Portion.copies(0);

    /** What happens when there is a new version. */
    public enum Kind {
        /** Some copies after the others are replaced. */
        ROLLING,
        /** All copies end before new ones start. */
        RECREATE,
        /** A copy is replaced when somebody deletes it. */
        ON_DELETE
    }

    /**
     * Refuses null.
     *
     * @param kind what happens
     * @param surge how many copies more than wanted there may be meanwhile
     * @param unavailable how many copies fewer than wanted there may be meanwhile
     */
    public Rollout {
        Objects.requireNonNull(kind, "the kind of a rollout is null");
        Objects.requireNonNull(surge, "the surge of a rollout is null");
        Objects.requireNonNull(unavailable, "what may be unavailable in a rollout is null");
    }

    /**
     * Replaces some copies after the others.
     *
     * @param surge how many copies more than wanted there may be meanwhile
     * @param unavailable how many copies fewer than wanted there may be meanwhile
     * @return the rollout
     */
    public static Rollout rolling(Portion surge, Portion unavailable) {
        return new Rollout(Kind.ROLLING, surge, unavailable);
    }

    /**
     * Replaces some copies after the others.
     *
     * @param surge how many copies more than wanted there may be meanwhile
     * @param unavailable how many copies fewer than wanted there may be meanwhile
     * @return the rollout
     */
    public static Rollout rolling(int surge, int unavailable) {
        return rolling(Portion.copies(surge), Portion.copies(unavailable));
    }

    /**
     * Ends all copies before new ones start, for what bears no two versions at once.
     *
     * @return the rollout
     */
    public static Rollout recreate() {
        return new Rollout(Kind.RECREATE, NONE, NONE);
    }

    /**
     * Replaces a copy when somebody deletes it.
     *
     * @return the rollout
     */
    public static Rollout onDelete() {
        return new Rollout(Kind.ON_DELETE, NONE, NONE);
    }

    private static Rollout parse(String text) {
        Matcher rolling = ROLLING.matcher(text);
        if (rolling.matches()) {
            return rolling(Portion.parse(rolling.group(1)), Portion.parse(rolling.group(2)));
        }
        return switch (text) {
            case "recreate" -> recreate();
            case "on delete" -> onDelete();
            default -> throw new IllegalArgumentException("not a rollout: " + text);
        };
    }

    Optional<Flaw> flaw() {
        if (kind != Kind.ROLLING) {
            return surge.equals(NONE) && unavailable.equals(NONE)
                    ? Optional.empty()
                    : Optional.of(new Flaw(
                            "only a rolling rollout has copies more or fewer meanwhile", "say Rollout.rolling(...)"));
        }
        return surge.flaw("the surge of a rollout", 0)
                .or(() -> unavailable.flaw("what may be unavailable in a rollout", 0))
                .or(this::flawOfBoth);
    }

    private Optional<Flaw> flawOfBoth() {
        if (unavailable.isMoreThanAll()) {
            return Optional.of(new Flaw(
                    "more copies than there are cannot be unavailable: " + unavailable, "say at most 100 percent"));
        }
        return surge.amount() == 0 && unavailable.amount() == 0
                ? Optional.of(new Flaw(
                        "a rollout with no copy more and no copy fewer replaces nothing",
                        "allow a copy more, as in Rollout.rolling(1, 0), or a copy fewer"))
                : Optional.empty();
    }

    /** Returns for example {@code recreate}, or {@code rolling +25% -0} for a quarter more and none fewer. */
    @Override
    public String toString() {
        return switch (kind) {
            case ROLLING -> "rolling +" + surge + " -" + unavailable;
            case RECREATE -> "recreate";
            case ON_DELETE -> "on delete";
        };
    }
}
