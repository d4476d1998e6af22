package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.internal.planning.Planner;
import dev.idp.plan.Plan;
import dev.idp.spi.Part;
import dev.idp.spi.Taken;
import java.util.List;
import java.util.stream.StreamSupport;
import org.immutables.value.Value;

/** A platform as it was declared: its environments, its services, and what holds for all of them. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Platform {

    Platform() {}

    /**
     * Starts the declaration of a platform.
     *
     * @param name a DNS label
     * @return the rest
     */
    public static Builder named(String name) {
        return new Builder(Nulls.refuse(name, "the name of a platform"));
    }

    /**
     * Returns the name.
     *
     * @return a DNS label
     */
    public abstract String name();

    /**
     * Returns the environments.
     *
     * @return in the order in which they were declared
     */
    public abstract List<Environment> environments();

    /**
     * Returns the services.
     *
     * @return in the order in which they were declared
     */
    public abstract List<Service> services();

    /**
     * Returns the jobs.
     *
     * @return in the order in which they were declared
     */
    public abstract List<Job> jobs();

    /**
     * Returns the pieces that others release.
     *
     * @return in the order in which they were declared
     */
    @Value.Auxiliary
    public abstract List<Taken> parts();

    /**
     * Tells whether stubs stand in for services that parts need and nobody supplies.
     *
     * @return true for a platform that tests parts alone
     */
    @Value.Default
    public boolean stubsNeeds() {
        return false;
    }

    /**
     * Returns what was said about every environment itself.
     *
     * @return in the order in which it was said
     */
    @Value.Auxiliary
    public abstract List<Statement<?>> statements();

    /**
     * Returns how resources are supplied where an environment does not say.
     *
     * @return in the order in which it was said
     */
    @Value.Auxiliary
    public abstract List<Provided> provided();

    /**
     * Returns what the platform says about every workload in it.
     *
     * @return defaults and mandates
     */
    @Value.Auxiliary
    public abstract Ground ground();

    /**
     * Returns what the platform says about jobs alone.
     *
     * @return defaults and mandates
     */
    @Value.Auxiliary
    public abstract Ground jobGround();

    /**
     * Returns where the platform was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /**
     * Plans the platform: decides every value, resolves every reference and checks everything.
     *
     * <p>Planning is pure. It reads nothing but the declarations, and the order in which unrelated things were declared
     * does not matter.
     *
     * @return the plan
     * @throws dev.idp.plan.PlatformException if anything is wrong; it holds all problems, each with its line
     */
    public Plan plan() {
        return Planner.plan(this);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** What can be said about a platform. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder extends Surroundings<Builder> {

        private final ImmutablePlatform.Builder value = ImmutablePlatform.builder();

        Builder(String name) {
            value.name(name).origin(Origin.capture());
        }

        /**
         * Adds environments.
         *
         * @param environments the environments, in any order
         * @return this builder
         */
        public Builder environments(Environment... environments) {
            value.addEnvironments(Nulls.refuseAny("environment of the platform", environments));
            return this;
        }

        /**
         * Adds services.
         *
         * @param services the services, in any order
         * @return this builder
         */
        public Builder services(Service... services) {
            value.addServices(Nulls.refuseAny("service of the platform", services));
            return this;
        }

        /**
         * Adds services.
         *
         * @param services the services, in any order
         * @return this builder
         */
        public Builder services(Iterable<Service> services) {
            Nulls.refuse(services, "the services of the platform");
            return services(StreamSupport.stream(services.spliterator(), false).toArray(Service[]::new));
        }

        /**
         * Adds jobs.
         *
         * @param jobs the jobs, in any order
         * @return this builder
         */
        public Builder jobs(Job... jobs) {
            value.addJobs(Nulls.refuseAny("job of the platform", jobs));
            return this;
        }

        /**
         * Takes pieces that others release, with everything that those take in turn.
         *
         * @param parts the pieces, in any order
         * @return this builder
         */
        public Builder parts(Part... parts) {
            for (Part part : Nulls.refuseAny("part of the platform", parts)) {
                value.addParts(new Taken(part, Origin.capture()));
            }
            return this;
        }

        /**
         * Lets stubs stand in for services that parts need and nobody supplies, so that a part can be planned and tested
         * alone. A stub has the ports that the part expects, and an image that no registry has.
         *
         * @return this builder
         */
        public Builder stubbingNeeds() {
            value.stubsNeeds(true);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the platform
         */
        public Platform build() {
            return value.statements(statements)
                    .provided(provided)
                    .ground(ground.copy())
                    .jobGround(jobGround.copy())
                    .build();
        }
    }
}
