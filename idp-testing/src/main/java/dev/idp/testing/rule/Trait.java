package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
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

    Trait(String text, BiPredicate<? super W, EnvironmentPlan> holds) {
        this.text = Objects.requireNonNull(text, "the description of a trait is null");
        this.holds = Objects.requireNonNull(holds, "what decides on '" + text + "' is null");
    }

    boolean isOf(W subject, EnvironmentPlan environment) {
        return holds.test(subject, environment);
    }

    static <W> Trait<W> both(Trait<? super W> one, Trait<? super W> other) {
        return new Trait<>(
                one.text + " and " + other.text,
                (subject, environment) -> one.isOf(subject, environment) && other.isOf(subject, environment));
    }

    static <W> Trait<W> either(Trait<? super W> one, Trait<? super W> other) {
        return new Trait<>(
                one.text + " or " + other.text,
                (subject, environment) -> one.isOf(subject, environment) || other.isOf(subject, environment));
    }

    /** Returns what follows {@code that}, for example {@code are public}. */
    @Override
    public String toString() {
        return text;
    }
}
