package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.spi.Provisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an environment and a platform say in the same words about the services in them.
 *
 * @param <B> the type that is speaking, so that calls can be chained
 */
public abstract sealed class Surroundings<B extends Surroundings<B>> permits Environment.Builder, Platform.Builder {

    final List<Provided> provided = new ArrayList<>();
    final Ground ground = new Ground();

    Surroundings() {}

    abstract B self();

    /**
     * Says what supplies resources of a type. What an environment says is stronger than what the platform says.
     *
     * @param <R> the type
     * @param type the type
     * @param provisioner what supplies them
     * @return this builder
     */
    public <R extends Resource> B provides(Class<R> type, Provisioner<? super R> provisioner) {
        return provides(type, "", provisioner);
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
        provided.add(new Provided(
                Nulls.refuse(type, "the type in provides"),
                Nulls.refuse(resource, "the name in provides"),
                Nulls.refuse(provisioner, "the provisioner of " + type.getSimpleName()),
                Origin.capture()));
        return self();
    }

    /**
     * Says what services get unless somebody closer to them says otherwise.
     *
     * @param block says it
     * @return this builder
     */
    public B defaults(Consumer<Statements> block) {
        Nulls.refuse(block, "the block in defaults").accept(ground.defaults(""));
        return self();
    }

    /**
     * Says what services get whatever they say.
     *
     * @param because why, in one clause
     * @param block says it
     * @return this builder
     */
    public B mandates(String because, Consumer<Mandates> block) {
        Nulls.refuse(block, "the block in mandates").accept(ground.mandates(because));
        return self();
    }
}
