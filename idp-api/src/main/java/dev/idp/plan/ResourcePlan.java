package dev.idp.plan;

import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.spi.Extension;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource in one environment: what was needed, who needs it, and what supplies it.
 *
 * @param name its name
 * @param type the name of its type, like {@code Postgres}
 * @param resourceClass which sort of the type; empty for the usual one
 * @param provisioner the id of what supplies it, with all that could have
 * @param users the names of the workloads that need it, sorted
 * @param sharedBecause why several teams may use it; empty if nobody said
 * @param services the names of the services that were added for it, sorted
 * @param volumes the volumes that were added for it, by name
 * @param secrets the secrets that are made up for it, by name
 * @param extensions what one backend alone understands
 */
public record ResourcePlan(
        String name,
        String type,
        String resourceClass,
        Decision<String> provisioner,
        List<String> users,
        String sharedBecause,
        List<String> services,
        List<Volume> volumes,
        List<MadeSecret> secrets,
        List<Extension> extensions) {

    /**
     * Explains what supplies the resource.
     *
     * @return who chose it, and what lost
     */
    public Explanation explain() {
        return new Explanation(
                "resource " + name, "/provisioner", provisioner.value(), "", List.of(provisioner), List.of());
    }

    /**
     * Returns this resource with the workloads that need it.
     *
     * @param users their names, sorted
     * @return the resource
     */
    public ResourcePlan usedBy(List<String> users) {
        return new ResourcePlan(
                name, type, resourceClass, provisioner, users, sharedBecause, services, volumes, secrets, extensions);
    }

    /**
     * Returns an extension as something that was said by what supplies the resource.
     *
     * @param extension one of {@link #extensions()}
     * @return the extension, and who attached it
     */
    public Decision<Extension> decision(Extension extension) {
        return said("extensions/" + extension.backend() + "/" + extension.id(), extension);
    }

    /**
     * Returns a volume as something that was said by what supplies the resource.
     *
     * @param volume one of {@link #volumes()}
     * @return the volume, and who added it
     */
    public Decision<Volume> decision(Volume volume) {
        return said("volumes/" + volume.name(), volume);
    }

    /**
     * Returns a secret as something that was said by what supplies the resource.
     *
     * @param secret one of {@link #secrets()}
     * @return the secret, and who added it
     */
    public Decision<MadeSecret> decision(MadeSecret secret) {
        return said("secrets/" + secret.name(), secret);
    }

    private <T> Decision<T> said(String path, T value) {
        return Decision.of("resources/" + name + "/" + path, value, provisioner.source());
    }

    /** Everything that a comparison looks at. */
    List<Decision<?>> decisions() {
        List<Decision<?>> decisions = new ArrayList<>(
                List.of(provisioner, said("type", type), said("class", resourceClass), said("users", users)));
        volumes.forEach(volume -> decisions.add(decision(volume)));
        secrets.forEach(secret -> decisions.add(decision(secret)));
        extensions.forEach(extension -> decisions.add(decision(extension)));
        return decisions;
    }
}
