package dev.idp;

import dev.idp.explain.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a workload as a whole, whatever its kind.
 *
 * @param <B> the type that is speaking, so that calls can be chained
 * @param <S> the block that speaks for some environments
 */
public abstract sealed class WorkloadBuilder<B extends WorkloadSettings<B>, S> implements WorkloadSettings<B>
        permits Service.Builder, Job.Builder {

    final String name;
    final Origin origin = Origin.capture();
    final List<Statement<?>> statements = new ArrayList<>();

    WorkloadBuilder(String name) {
        this.name = name;
    }

    abstract B self();

    abstract S statements(Scope scope);

    @Override
    public <T> B say(Setting<T> setting, String entry, @Nullable T value) {
        statements.add(new Statement<>(setting, entry, value, Scope.EVERYWHERE, "", Origin.capture()));
        return self();
    }

    /**
     * Restricts the workload to some environments.
     *
     * @param environments the environments that it is in
     * @return this builder
     */
    public B onlyIn(Environment... environments) {
        return set(
                Settings.ONLY_IN,
                Arrays.stream(Nulls.refuseAny("environment in onlyIn", environments))
                        .map(Environment::name)
                        .toList());
    }

    /**
     * Says something for one environment alone, which is stronger than what is said in general.
     *
     * @param environment the environment
     * @param block says it
     * @return this builder
     */
    public B in(Environment environment, Consumer<S> block) {
        return in(Scope.of(Nulls.refuse(environment, "the environment in 'in'")), block);
    }

    /**
     * Says something for the environments of one tier, which is stronger than what is said in general.
     *
     * @param tier the tier
     * @param block says it
     * @return this builder
     */
    public B in(Tier tier, Consumer<S> block) {
        return in(Scope.of(Nulls.refuse(tier, "the tier in 'in'")), block);
    }

    private B in(Scope scope, Consumer<S> block) {
        Nulls.refuse(block, "the block in 'in'").accept(statements(scope));
        return self();
    }
}
