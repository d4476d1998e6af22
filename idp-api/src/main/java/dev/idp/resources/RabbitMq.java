package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.SecretText;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provisioner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A RabbitMQ broker and its virtual host {@code /}. Where nobody says otherwise, it runs beside the services.
 *
 * @param name a DNS label, unique in the platform
 * @param version the tag of the image to run; empty for the one of this library
 * @param resourceClass which sort of RabbitMQ is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record RabbitMq(String name, Optional<String> version, String resourceClass, Optional<String> sharedBecause)
        implements Server {

    /**
     * Returns the need for a RabbitMQ broker.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static RabbitMq named(String name) {
        return new RabbitMq(Nulls.refuse(name, "the name of a RabbitMq"), Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a RabbitMQ beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<RabbitMq> inCluster() {
        return inCluster(rabbit -> {});
    }

    /**
     * Returns the provisioner that runs a RabbitMQ beside the services.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<RabbitMq> inCluster(Consumer<Statements> block) {
        return new InClusterRabbitMq(block);
    }

    /**
     * Returns the provisioner for a RabbitMQ that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port, mostly 5672
     * @return the provisioner
     */
    public static ExistingServer<RabbitMq> existingAt(String host, int port) {
        return ExistingServer.at("rabbitmq", rabbit -> Map.of(), host, port);
    }

    /**
     * Returns this need, for a certain version where the environment runs the broker itself.
     *
     * @param version a tag of the image {@code rabbitmq}, like {@code 4.2}
     * @return the resource
     */
    public RabbitMq version(String version) {
        Nulls.refuse(version, "the version of RabbitMq '" + name + "'");
        return new RabbitMq(name, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of RabbitMQ among those that environments offer.
     *
     * @param resourceClass for example {@code large}
     * @return the resource
     */
    public RabbitMq ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of RabbitMq '" + name + "'");
        return new RabbitMq(name, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public RabbitMq sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share RabbitMq '" + name + "'");
        return new RabbitMq(name, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL without credentials, like {@code amqp://events:5672}.
     *
     * @return a reference to it
     */
    public Text url() {
        return Text.text("amqp://{}:{}", host(), port());
    }

    /**
     * Returns the URL with credentials, like {@code amqp://user:password@events:5672}.
     *
     * @return a reference to it
     */
    public SecretText uri() {
        return Text.text("amqp://{}:{}@{}:{}", username(), password(), host(), port());
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
