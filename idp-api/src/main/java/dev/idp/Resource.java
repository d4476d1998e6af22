package dev.idp;

import dev.idp.spi.Provisioner;
import java.util.List;
import java.util.Optional;

/**
 * Something that a service needs and that an environment supplies: a database, a queue, a bucket.
 *
 * <p>A type of resource is an immutable type with value equality (a record will do) whose methods are its typed
 * outputs. Equal resources declared twice are one; two that differ cannot share a name.
 */
public interface Resource extends Dependency, Startable {

    @Override
    String name();

    /**
     * Returns the name of the type, for plans and explanations.
     *
     * @return the simple name of the class
     */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * Returns which sort of this type is needed, where an environment offers several.
     *
     * @return for example {@code large}; empty for the usual one
     */
    default String resourceClass() {
        return "";
    }

    /**
     * Returns why several teams may use this resource. Unless somebody says why, a shared one is a finding.
     *
     * @return the reason, or empty
     */
    default Optional<String> sharedBecause() {
        return Optional.empty();
    }

    /**
     * Returns what supplies resources of this type where no environment and no platform says otherwise.
     *
     * @return a provisioner, or empty when there must be one in the platform
     */
    default Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.empty();
    }

    /**
     * Finds what is wrong with what was said about the resource. Planning reports it with the line that needs the resource.
     *
     * @return the flaw, or empty
     */
    default Optional<Flaw> flaw() {
        return Optional.empty();
    }

    /**
     * Returns a reference to an output, for the typed methods of a resource type.
     *
     * @param name the output's name
     * @return the reference, resolved by planning
     */
    default Text output(String name) {
        return new Text(List.of(new Segment.OfResource(this, name)));
    }

    /**
     * Returns a reference to a secret output, for the typed methods of a resource type.
     *
     * @param name the output's name
     * @return the reference, resolved by planning
     */
    default SecretText secretOutput(String name) {
        return new SecretText(List.of(new Segment.OfResource(this, name)));
    }
}
