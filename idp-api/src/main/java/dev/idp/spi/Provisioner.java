package dev.idp.spi;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Resource;
import java.util.Optional;

/**
 * How an environment supplies a type of resource.
 *
 * <p>Pure like all of planning. It may add ordinary services, which every backend can render, and describes what the
 * resource's users need to know as outputs.
 *
 * @param <R> the type of resource
 */
public interface Provisioner<R extends Resource> {

    /**
     * Returns the provisioner's name, for explanations.
     *
     * @return in lower case with dashes
     */
    String id();

    /**
     * Finds why a resource cannot be supplied: something wrong was said about the provisioner, or it does not suit the
     * resource or the environment. Planning reports it with the lines that need the resource and that chose the provisioner,
     * and asks for no provision.
     *
     * @param resource what is needed
     * @param environment where
     * @return the flaw, or empty
     */
    default Optional<Flaw> flaw(R resource, Environment environment) {
        return Optional.empty();
    }

    /**
     * Supplies one resource.
     *
     * @param resource what is needed
     * @param environment where
     * @return what is there then
     */
    Provision provision(R resource, Environment environment);
}
