package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.immutables.value.Value;

/** A place where the services of a platform run, such as production. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Environment {

    Environment() {}

    /**
     * Starts the declaration of an environment.
     *
     * @param name a DNS label, unique in the platform
     * @return the rest, all of it optional
     */
    public static Builder named(String name) {
        return new Builder(Nulls.refuse(name, "the name of an environment"));
    }

    /**
     * Returns the name.
     *
     * @return a DNS label
     */
    public abstract String name();

    /**
     * Returns what was said about the environment itself.
     *
     * @return in the order in which it was said
     */
    @Value.Auxiliary
    public abstract List<Statement<?>> statements();

    /**
     * Returns how resources are supplied here.
     *
     * @return in the order in which it was said
     */
    @Value.Auxiliary
    public abstract List<Provided> provided();

    /**
     * Returns what the environment says about every workload in it.
     *
     * @return defaults and mandates
     */
    @Value.Auxiliary
    public abstract Ground ground();

    /**
     * Returns what the environment says about jobs alone.
     *
     * @return defaults and mandates
     */
    @Value.Auxiliary
    public abstract Ground jobGround();

    /**
     * Returns where the environment was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /**
     * Returns what the environment is for.
     *
     * @return the tier; {@link Tier#DEVELOPMENT} until somebody says otherwise
     */
    @Value.Lazy
    public Tier tier() {
        return statements().stream()
                .filter(statement -> statement.setting().equals(EnvironmentSettings.TIER))
                .map(statement -> (Tier) statement.value())
                .findFirst()
                .orElseGet(() -> EnvironmentSettings.TIER.libraryDefault().orElseThrow());
    }

    /**
     * Tells whether customers are here.
     *
     * @return true in the tier {@link Tier#PRODUCTION}
     */
    public boolean isProduction() {
        return tier() == Tier.PRODUCTION;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** What can be said about an environment. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder extends Surroundings<Builder> {

        private final String name;
        private final Origin origin = Origin.capture();

        Builder(String name) {
            this.name = name;
        }

        /**
         * Says which versions are released here, mostly by reading what a CI run wrote. They are stronger than the image
         * that a workload names in general, and weaker than one that it names for this environment.
         *
         * @param releases versions by the names of workloads
         * @return this builder
         */
        public Builder releases(Releases releases) {
            Nulls.refuse(releases, "releases")
                    .versions()
                    .forEach((workload, released) -> statements.add(new Statement<>(
                            EnvironmentSettings.RELEASE,
                            workload,
                            released.version(),
                            Scope.EVERYWHERE,
                            "",
                            released.origin())));
            return this;
        }

        /**
         * Says what the environment is for.
         *
         * @param tier the tier
         * @return this builder
         */
        public Builder tier(Tier tier) {
            return say(EnvironmentSettings.TIER, "", tier);
        }

        /**
         * Says below which domain services are public.
         *
         * @param domain the domain, like {@code shop.example}
         * @return this builder
         */
        public Builder domain(String domain) {
            return say(EnvironmentSettings.DOMAIN_NAME, "", domain);
        }

        /**
         * Says in which space the services run; by default the platform's name, a dash and the environment's name.
         *
         * @param namespace a DNS label
         * @return this builder
         */
        public Builder namespace(String namespace) {
            return say(EnvironmentSettings.NAMESPACE, "", namespace);
        }

        /**
         * Says who shares a namespace; by default, all that is in the environment.
         *
         * @param namespaces who shares one
         * @return this builder
         */
        public Builder namespaces(Namespaces namespaces) {
            return say(EnvironmentSettings.NAMESPACES, "", namespaces);
        }

        /**
         * Says how much each namespace may ask for altogether, unless its team has a quota of its own.
         *
         * @param quota the quota
         * @return this builder
         */
        public Builder quota(Quota quota) {
            return say(EnvironmentSettings.QUOTA, EnvironmentSettings.EACH, quota);
        }

        /**
         * Says how much each namespace of a team may ask for altogether.
         *
         * @param team the team
         * @param quota the quota
         * @return this builder
         */
        public Builder quota(Team team, Quota quota) {
            return say(
                    EnvironmentSettings.QUOTA,
                    Nulls.refuse(team, "the team of a quota").name(),
                    quota);
        }

        /**
         * Says what a container gets that asks for nothing, and the most that one may get.
         *
         * @param range the range
         * @return this builder
         */
        public Builder containers(ContainerRange range) {
            return say(EnvironmentSettings.CONTAINER_RANGE, "", range);
        }

        /**
         * Says what the people of a team may do by hand where their workloads are; by default they may look.
         *
         * @param access what they may do
         * @return this builder
         */
        public Builder teamsMay(Access access) {
            return say(EnvironmentSettings.TEAM_ACCESS, "", access);
        }

        /**
         * Says where public traffic comes from.
         *
         * @param entry the entry
         * @return this builder
         */
        public Builder publicThrough(PublicEntry entry) {
            return say(EnvironmentSettings.PUBLIC_ENTRY, "", entry);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the environment
         */
        public Environment build() {
            return ImmutableEnvironment.builder()
                    .name(name)
                    .statements(statements)
                    .provided(provided)
                    .ground(ground.copy())
                    .jobGround(jobGround.copy())
                    .origin(origin)
                    .build();
        }
    }
}
