package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provisioner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Redis database, mostly a cache. Where nobody says otherwise, it runs beside the services, asks for no password, and
 * forgets its data when restarted.
 *
 * @param name a DNS label, unique in the platform
 * @param version the tag of the image to run, without {@code -alpine}; empty for the one of this library
 * @param resourceClass which sort of Redis is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record Redis(String name, Optional<String> version, String resourceClass, Optional<String> sharedBecause)
        implements Server {

    /**
     * Returns the need for a Redis database.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static Redis named(String name) {
        return new Redis(Nulls.refuse(name, "the name of a Redis"), Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a Redis beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<Redis> inCluster() {
        return inCluster(redis -> {});
    }

    /**
     * Returns the provisioner that runs a Redis beside the services.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<Redis> inCluster(Consumer<Statements> block) {
        return new InClusterRedis(block);
    }

    /**
     * Returns the provisioner for a Redis that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port, mostly 6379
     * @return the provisioner
     */
    public static ExistingServer<Redis> existingAt(String host, int port) {
        return ExistingServer.at("redis", redis -> Map.of(), host, port);
    }

    /**
     * Returns this need, for a certain version where the environment runs the Redis itself.
     *
     * @param version a tag of the image {@code redis}, like {@code 7.4}
     * @return the resource
     */
    public Redis version(String version) {
        Nulls.refuse(version, "the version of Redis '" + name + "'");
        return new Redis(name, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of Redis among those that environments offer.
     *
     * @param resourceClass for example {@code large}
     * @return the resource
     */
    public Redis ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of Redis '" + name + "'");
        return new Redis(name, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public Redis sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share Redis '" + name + "'");
        return new Redis(name, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL without credentials, like {@code redis://cart:6379}.
     *
     * @return a reference to it
     */
    public Text url() {
        return Text.text("redis://{}:{}", host(), port());
    }

    @Override
    public Optional<Flaw> flaw() {
        return Flaws.ofVersion(version).or(() -> Flaws.ofWords(resourceClass, sharedBecause));
    }

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(inCluster());
    }
}
