package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Something that a rule demands. {@link PlatformRules#be} makes one.
 *
 * @param <W> of what it is demanded
 */
public final class Demand<W> {

    private final String text;
    private final BiFunction<? super W, EnvironmentPlan, Outcome> judge;
    private final List<Mention> mentions;

    Demand(String text, BiFunction<? super W, EnvironmentPlan, Outcome> judge) {
        this(text, List.of(), judge);
    }

    Demand(String text, List<Mention> mentions, BiFunction<? super W, EnvironmentPlan, Outcome> judge) {
        this.text = Objects.requireNonNull(text, "the description of a demand is null");
        this.judge = Objects.requireNonNull(judge, "what decides on '" + text + "' is null");
        this.mentions = mentions;
    }

    Outcome of(W subject, EnvironmentPlan environment) {
        return judge.apply(subject, environment);
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Says of what is not met alone, and of everything if all is met. */
    static <W> Demand<W> both(Demand<? super W> one, Demand<? super W> other) {
        return joined(one, "and", other, Boolean::logicalAnd);
    }

    /** Says of what is met alone, and of everything if nothing is met. */
    static <W> Demand<W> either(Demand<? super W> one, Demand<? super W> other) {
        return joined(one, "or", other, Boolean::logicalOr);
    }

    /** Says of those alone that come out as both together do. */
    private static <W> Demand<W> joined(
            Demand<? super W> one, String word, Demand<? super W> other, BinaryOperator<Boolean> join) {
        return new Demand<>(
                one.text + " " + word + " should " + other.text,
                Mention.both(one.mentions, other.mentions),
                (subject, environment) -> {
                    Outcome first = one.of(subject, environment);
                    Outcome second = other.of(subject, environment);
                    boolean met = join.apply(first.met(), second.met());
                    return new Outcome(
                            met,
                            Stream.of(first, second)
                                    .filter(outcome -> outcome.met() == met)
                                    .flatMap(outcome -> outcome.remarks().stream())
                                    .toList());
                });
    }

    /** Returns what follows {@code should}, for example {@code be probed}. */
    @Override
    public String toString() {
        return text;
    }
}
