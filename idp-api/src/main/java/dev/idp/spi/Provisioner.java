package dev.idp.spi;

import dev.idp.Environment;
import dev.idp.Resource;

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
     * Supplies one resource.
     *
     * @param resource what is needed
     * @param environment where
     * @return what is there then
     */
    Provision provision(R resource, Environment environment);
}
