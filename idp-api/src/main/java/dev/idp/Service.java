package dev.idp;

import dev.idp.explain.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service as it was declared: what was left unsaid stays unsaid until it is planned.
 *
 * <p>A service is itself a reference to it: {@code payments.url()}.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Service implements ServiceRef {

    Service() {}

    /**
     * Starts the declaration of a service.
     *
     * @param name a DNS label, unique in the platform
     * @return the rest, all of it optional here
     */
    public static Builder named(String name) {
        return new Builder(Nulls.refuse(name, "the name of a service"));
    }

    /**
     * Refers to a service by name, as a cycle of calls must.
     *
     * @param name the service's name
     * @return the reference; planning reports a name that no service has
     */
    public static ServiceRef ref(String name) {
        Nulls.refuse(name, "the name of a service");
        return () -> name;
    }

    /**
     * Refers to the service that says it, for golden paths.
     *
     * @return the reference
     */
    public static ServiceRef self() {
        return () -> Segment.OfService.SELF;
    }

    @Override
    public abstract String name();

    /**
     * Returns everything that was said, the environments and tiers of it included.
     *
     * @return in the order in which it was said
     */
    @Value.Auxiliary
    public abstract List<Statement<?>> statements();

    /**
     * Returns where the service was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /**
     * Returns the golden paths that were named; more than one is an error that planning reports.
     *
     * @return statements about golden paths
     */
    public List<Statement<ServicePath>> paths() {
        return about(Settings.PATH);
    }

    /**
     * Returns the restrictions to certain environments; more than one is an error that planning reports.
     *
     * @return statements of names of environments; none if the service is everywhere
     */
    public List<Statement<List<String>>> onlyIn() {
        return about(Settings.ONLY_IN);
    }

    @SuppressWarnings("unchecked") // A statement's value has the type of its setting.
    private <T> List<Statement<T>> about(Setting<T> setting) {
        return statements().stream()
                .filter(statement -> statement.setting().equals(setting))
                .map(statement -> (Statement<T>) statement)
                .toList();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** What can be said about a service. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder implements ServiceSettings<Builder> {

        private final String name;
        private final Origin origin = Origin.capture();
        private final List<Statement<?>> statements = new ArrayList<>();

        Builder(String name) {
            this.name = name;
        }

        @Override
        public <T> Builder say(Setting<T> setting, String entry, @Nullable T value) {
            statements.add(new Statement<>(setting, entry, value, Scope.EVERYWHERE, "", Origin.capture()));
            return this;
        }

        /**
         * Puts the service on a golden path.
         *
         * @param path the path
         * @return this builder
         */
        public Builder on(ServicePath path) {
            return set(Settings.PATH, path);
        }

        /**
         * Restricts the service to some environments.
         *
         * @param environments the environments that it is in
         * @return this builder
         */
        public Builder onlyIn(Environment... environments) {
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
        public Builder in(Environment environment, Consumer<Statements> block) {
            return in(Scope.of(Nulls.refuse(environment, "the environment in 'in'")), block);
        }

        /**
         * Says something for the environments of one tier, which is stronger than what is said in general.
         *
         * @param tier the tier
         * @param block says it
         * @return this builder
         */
        public Builder in(Tier tier, Consumer<Statements> block) {
            return in(Scope.of(Nulls.refuse(tier, "the tier in 'in'")), block);
        }

        private Builder in(Scope scope, Consumer<Statements> block) {
            Nulls.refuse(block, "the block in 'in'").accept(new Statements(statements, scope, ""));
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the service
         */
        public Service build() {
            return ImmutableService.builder()
                    .name(name)
                    .statements(statements)
                    .origin(origin)
                    .build();
        }
    }
}
