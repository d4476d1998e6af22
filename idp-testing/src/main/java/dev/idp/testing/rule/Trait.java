package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Something by which a rule chooses what it is about. {@link PlatformRules#are} makes one.
 *
 * @param <W> what may have it
 */
public final class Trait<W> {

    private final String text;
    private final BiPredicate<? super W, EnvironmentPlan> holds;
    private final List<Mention> mentions;

    Trait(String text, BiPredicate<? super W, EnvironmentPlan> holds) {
        this(text, holds, List.of());
    }

    Trait(String text, BiPredicate<? super W, EnvironmentPlan> holds, List<Mention> mentions) {
        this.text = Objects.requireNonNull(text, "the description of a trait is null");
        this.holds = Objects.requireNonNull(holds, "what decides on '" + text + "' is null");
        this.mentions = mentions;
    }

    boolean isOf(W subject, EnvironmentPlan environment) {
        return holds.test(subject, environment);
    }

    List<Mention> mentions() {
        return mentions;
    }

    static <W> Trait<W> both(Trait<? super W> one, Trait<? super W> other) {
        return new Trait<>(
                one.text + " and " + other.text,
                (subject, environment) -> one.isOf(subject, environment) && other.isOf(subject, environment),
                Mention.both(one.mentions, other.mentions));
    }

    static <W> Trait<W> either(Trait<? super W> one, Trait<? super W> other) {
        return new Trait<>(
                one.text + " or " + other.text,
                (subject, environment) -> one.isOf(subject, environment) || other.isOf(subject, environment),
                Mention.both(one.mentions, other.mentions));
    }

    /** Returns what follows {@code that}, for example {@code are public}. */
    @Override
    public String toString() {
        return text;
    }
}
