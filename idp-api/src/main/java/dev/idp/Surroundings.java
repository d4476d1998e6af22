package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.spi.Extension;
import dev.idp.spi.Provisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an environment and a platform say in the same words, about themselves and about the workloads in them.
 *
 * @param <B> the type that is speaking, so that calls can be chained
 */
public abstract sealed class Surroundings<B extends Surroundings<B>> permits Environment.Builder, Platform.Builder {

    final List<Statement<?>> statements = new ArrayList<>();
    final List<Provided> provided = new ArrayList<>();
    final Ground ground = new Ground();
    final Ground jobGround = new Ground();

    Surroundings() {}

    abstract B self();

    /**
     * Attaches something that one backend alone understands to the environment as a whole; a platform attaches it to every
     * environment. What an environment says is stronger than what the platform says under the same name.
     *
     * <p>What is meant for workloads is said in {@link #defaults(Consumer) defaults}.
     *
     * @param extension the extension
     * @return this builder
     */
    public B with(Extension extension) {
        return say(
                EnvironmentSettings.EXTENSION,
                Nulls.refuse(extension, "extension").id(),
                extension);
    }

    final <T> B say(Setting<T> setting, String entry, T value) {
        statements.add(new Statement<>(
                setting, entry, Nulls.refuse(value, setting.id()), Scope.EVERYWHERE, "", Origin.capture()));
        return self();
    }

    /**
     * Says what supplies resources of a type. What an environment says is stronger than what the platform says.
     *
     * @param <R> the type
     * @param type the type
     * @param provisioner what supplies them
     * @return this builder
     */
    public <R extends Resource> B provides(Class<R> type, Provisioner<? super R> provisioner) {
        return provides(type, Match.any(), provisioner);
    }

    /**
     * Says what supplies one resource, which is stronger than what is said of its type in the same place.
     *
     * @param <R> the type
     * @param type the type
     * @param resource the name of the resource
     * @param provisioner what supplies it
     * @return this builder
     */
    public <R extends Resource> B provides(Class<R> type, String resource, Provisioner<? super R> provisioner) {
        return provides(type, Match.any().named(resource), provisioner);
    }

    /**
     * Says what supplies some resources of a type. The match that says most wins; of two that say as much neither does,
     * which planning reports.
     *
     * @param <R> the type
     * @param type the type
     * @param match which resources of the type
     * @param provisioner what supplies them
     * @return this builder
     */
    public <R extends Resource> B provides(Class<R> type, Match match, Provisioner<? super R> provisioner) {
        provided.add(new Provided(
                Nulls.refuse(type, "the type in provides"),
                Nulls.refuse(match, "the match in provides"),
                Nulls.refuse(provisioner, "the provisioner of " + type.getSimpleName()),
                Origin.capture()));
        return self();
    }

    /**
     * Says what workloads get unless somebody closer to them says otherwise. A service gets all of it, a job what jobs can
     * have.
     *
     * @param block says it
     * @return this builder
     */
    public B defaults(Consumer<Statements> block) {
        return defaults("", block);
    }

    /**
     * Says what workloads get unless somebody closer to them says otherwise. A service gets all of it, a job what jobs can
     * have.
     *
     * @param because why, in one clause
     * @param block says it
     * @return this builder
     */
    public B defaults(String because, Consumer<Statements> block) {
        Nulls.refuse(block, "the block in defaults").accept(ground.defaults(because));
        return self();
    }

    /**
     * Says what jobs get unless somebody closer to them says otherwise, which is stronger than what is said of all
     * workloads in the same place.
     *
     * @param block says it
     * @return this builder
     */
    public B jobDefaults(Consumer<JobStatements> block) {
        Nulls.refuse(block, "the block in jobDefaults").accept(jobGround.jobDefaults(""));
        return self();
    }

    /**
     * Says what workloads get whatever they say. A service gets all of it, a job what jobs can have.
     *
     * @param because why, in one clause
     * @param block says it
     * @return this builder
     */
    public B mandates(String because, Consumer<Mandates> block) {
        return mandates("", because, block);
    }

    /**
     * Says what workloads get unless they waive it. A service gets all of it, a job what jobs can have.
     *
     * @param id the name by which it can be {@linkplain WorkloadSettings#waives waived}
     * @param because why, in one clause
     * @param block says it
     * @return this builder
     */
    public B mandates(String id, String because, Consumer<Mandates> block) {
        Nulls.refuse(block, "the block in mandates").accept(ground.mandates(id, because));
        return self();
    }

    /**
     * Says what jobs get unless they waive it.
     *
     * @param id the name by which it can be {@linkplain WorkloadSettings#waives waived}; empty if it cannot
     * @param because why, in one clause
     * @param block says it
     * @return this builder
     */
    public B jobMandates(String id, String because, Consumer<JobMandates> block) {
        Nulls.refuse(block, "the block in jobMandates").accept(jobGround.jobMandates(id, because));
        return self();
    }
}
