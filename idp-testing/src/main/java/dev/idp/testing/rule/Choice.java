package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Optional;

/**
 * What a rule is about, as far as it is said.
 *
 * @param isForbidding whether the rule is about what none of them may be
 * @param trait what they have in common; empty for all of them
 */
record Choice<W extends WorkloadPlan, T, S>(Kind<W, T, S> kind, boolean isForbidding, Optional<Trait<W>> trait)
        implements Given<W, T, S>, Chosen<W, T, S> {

    static <W extends WorkloadPlan, T, S> Choice<W, T, S> all(Kind<W, T, S> kind, boolean isForbidding) {
        return new Choice<>(kind, isForbidding, Optional.empty());
    }

    private Choice<W, T, S> of(Trait<W> some) {
        return new Choice<>(kind, isForbidding, Optional.of(some));
    }

    @Override
    public T that() {
        return kind.that().apply(this::that);
    }

    @Override
    public Chosen<W, T, S> that(Trait<? super W> some) {
        return of(new Trait<>(some.toString(), some::isOf, some.mentions()));
    }

    @Override
    public T and() {
        return kind.that().apply(this::and);
    }

    @Override
    public Chosen<W, T, S> and(Trait<? super W> more) {
        return of(Trait.both(trait.orElseThrow(), more));
    }

    @Override
    public T or() {
        return kind.that().apply(this::or);
    }

    @Override
    public Chosen<W, T, S> or(Trait<? super W> others) {
        return of(Trait.either(trait.orElseThrow(), others));
    }

    @Override
    public S should() {
        return kind.should().apply(this::should);
    }

    @Override
    public Demanded<W, S> should(Demand<? super W> demand) {
        return new Sentence<>(this, new Demand<>(demand.toString(), demand.mentions(), demand::of));
    }

    List<W> in(EnvironmentPlan environment) {
        return kind.of().apply(environment);
    }

    boolean has(W subject, EnvironmentPlan environment) {
        return trait.isEmpty() || trait.get().isOf(subject, environment);
    }

    /** Returns for example {@code no services that are public}. */
    @Override
    public String toString() {
        return (isForbidding ? "no " : "") + kind.noun() + "s"
                + trait.map(some -> " that " + some).orElse("");
    }
}
