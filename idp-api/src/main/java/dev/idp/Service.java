package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.immutables.value.Value;

/**
 * A service as it was declared: what was left unsaid stays unsaid until it is planned.
 *
 * <p>A service is itself a reference to it: {@code payments.url()}.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract non-sealed class Service implements ServiceRef, Workload {

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
        return new Named(Nulls.refuse(name, "the name of a service"));
    }

    /**
     * Refers to the service that says it, for golden paths.
     *
     * @return the reference
     */
    public static ServiceRef self() {
        return new Named(Segment.OfService.SELF);
    }

    @Override
    public abstract String name();

    @Override
    @Value.Auxiliary
    public abstract List<Statement<?>> statements();

    @Override
    @Value.Auxiliary
    public abstract Origin origin();

    @Override
    public WorkloadKind kind() {
        return WorkloadKind.SERVICE;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** A reference by name; two to one service are equal. */
    private record Named(String name) implements ServiceRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What can be said about a service. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder extends WorkloadBuilder<Builder, Statements> implements ServiceSettings<Builder> {

        Builder(String name) {
            super(name);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Statements statements(Scope scope) {
            return new Statements(statements, scope, "");
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
