package dev.idp;

import dev.idp.spi.Provisioner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** A Redis database. Where nobody says otherwise, it runs beside the services and forgets its data when restarted. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Redis implements Resource {

    Redis() {}

    /**
     * Returns the need for a Redis database.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static Redis named(String name) {
        return ImmutableRedis.builder()
                .name(Nulls.refuse(name, "the name of a Redis"))
                .build();
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
        return new InClusterRedis(Nulls.refuse(block, "the block in inCluster"));
    }

    /**
     * Returns the provisioner for a Redis that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port
     * @param networks the networks that its addresses belong to, in CIDR notation
     * @return the provisioner
     */
    public static Provisioner<Redis> existingAt(String host, int port, String... networks) {
        Nulls.refuse(host, "the host of an existing Redis");
        return new ExistingRedis(host, port, List.of(Nulls.refuseAny("network of an existing Redis", networks)));
    }

    @Override
    public abstract String name();

    @Override
    public String type() {
        return "Redis";
    }

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(inCluster());
    }

    /**
     * Returns the host name.
     *
     * @return a reference to it
     */
    public Text host() {
        return output("host");
    }

    /**
     * Returns host and port, like {@code cart:6379}.
     *
     * @return a reference to it
     */
    public Text address() {
        return output("address");
    }

    /**
     * Returns the URL, like {@code redis://cart:6379}.
     *
     * @return a reference to it
     */
    public Text url() {
        return output("url");
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
