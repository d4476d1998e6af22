package dev.idp.testing.generate;

import dev.idp.Environment;
import dev.idp.GoldenPath;
import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A law that must hold for workloads on a golden path.
 *
 * @param <B> the builder of the workloads
 * @param <W> their plans
 */
public final class PropertyOfWorkloads<B, W extends WorkloadPlan> extends Property<PropertyOfWorkloads<B, W>> {

    private final GoldenPath path;
    private final BiFunction<EnvironmentPlan, String, W> plans;
    private final List<Consumer<? super B>> each = new ArrayList<>();
    private List<Environment> environments = List.of();
    private Optional<Supplier<Platform.Builder>> around = Optional.empty();

    PropertyOfWorkloads(GoldenPath path, BiFunction<EnvironmentPlan, String, W> plans) {
        this.path = path;
        this.plans = plans;
    }

    /**
     * Says in which environments the workloads run; by default in a plain one of each tier.
     *
     * @param environments the environments
     * @return this
     */
    public PropertyOfWorkloads<B, W> in(Environment... environments) {
        this.environments = List.of(environments);
        return this;
    }

    /**
     * Puts the workloads into a platform that exists, in all of its environments.
     *
     * <pre>{@code
     * Property.ofServices(new SpringWeb()).around(Shop::builder).holds(plan ->
     *     assertThat(plan.in(PROD).graph().callsFrom("payments")).isEmpty());
     * }</pre>
     *
     * @param platform makes the builder of the platform, anew each time; it has no workloads named {@code s0} or {@code j0}
     * @return this
     */
    public PropertyOfWorkloads<B, W> around(Supplier<Platform.Builder> platform) {
        this.around = Optional.of(platform);
        return this;
    }

    /**
     * Says something of each workload that the golden path expects of it, such as who owns it.
     *
     * <pre>{@code
     * Property.ofServices(new SpringWeb()).each(service -> service.ownedBy(SHOP).port(Port.http(8080)))
     * }</pre>
     *
     * @param statements says it
     * @return this
     */
    public PropertyOfWorkloads<B, W> each(Consumer<? super B> statements) {
        each.add(statements);
        return this;
    }

    /**
     * Asks a law of each made-up workload in each environment that it is in.
     *
     * <pre>{@code
     * Property.ofServices(new SpringWeb()).in(DEV, PROD)
     *     .holdsForEach((environment, service) -> assertThat(environment, service).isNotPublic());
     * }</pre>
     *
     * @param law throws if it does not hold
     */
    public void holdsForEach(BiConsumer<EnvironmentPlan, W> law) {
        run((plan, made, choices) -> plan.environments().forEach(environment -> made.names().stream()
                .filter(name -> environment.findWorkload(name).isPresent())
                .forEach(name -> hold(law, environment, name))));
    }

    private void hold(BiConsumer<EnvironmentPlan, W> law, EnvironmentPlan environment, String name) {
        try {
            law.accept(environment, plans.apply(environment, name));
        } catch (AssertionError failure) {
            throw new AssertionError(name + " in " + environment.name() + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    Made.Maker maker() {
        return new MadeOnRoad<B>(path, environments, List.copyOf(each), around);
    }

    @Override
    PropertyOfWorkloads<B, W> self() {
        return this;
    }
}
