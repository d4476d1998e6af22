package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provisioner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A topic of Apache Kafka, which is named like the resource. Where nobody says otherwise, a broker of its own runs beside
 * the services, without log-in, and makes the topic when it is first used.
 *
 * @param name a DNS label, unique in the platform
 * @param partitions into how many parts the topic is split, which is how many members of a group can read it at once.
 *     An existing broker is not asked to keep to it
 * @param version the tag of the image to run; empty for the one of this library
 * @param resourceClass which sort of topic is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record KafkaTopic(
        String name, int partitions, Optional<String> version, String resourceClass, Optional<String> sharedBecause)
        implements Server {

    /**
     * Returns the need for a topic with one partition, as Kafka's own default {@code num.partitions} has it.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static KafkaTopic named(String name) {
        Nulls.refuse(name, "the name of a KafkaTopic");
        return new KafkaTopic(name, 1, Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a broker beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<KafkaTopic> inCluster() {
        return inCluster(broker -> {});
    }

    /**
     * Returns the provisioner that runs a broker beside the services, one for each topic.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<KafkaTopic> inCluster(Consumer<Statements> block) {
        return new InClusterKafkaTopic(block);
    }

    /**
     * Returns the provisioner for topics on brokers that exist already. Clients ask the one that is named here for the
     * others, so say {@linkplain ExistingServer#within the networks} that all of them are in.
     *
     * @param host the host name or address of the broker that clients ask first
     * @param port the number of its port, mostly 9092
     * @return the provisioner
     */
    public static ExistingServer<KafkaTopic> existingAt(String host, int port) {
        return ExistingServer.at("kafka-topic", topic -> Map.of("topic", topic.name()), host, port);
    }

    /**
     * Returns this need, with another number of partitions.
     *
     * @param partitions at least 1
     * @return the resource
     */
    public KafkaTopic partitions(int partitions) {
        return new KafkaTopic(name, partitions, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for a certain version where the environment runs the broker itself.
     *
     * @param version a tag of the image {@code apache/kafka}, like {@code 4.1.1}
     * @return the resource
     */
    public KafkaTopic version(String version) {
        Nulls.refuse(version, "the version of KafkaTopic '" + name + "'");
        return new KafkaTopic(name, partitions, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of topic among those that environments offer.
     *
     * @param resourceClass for example {@code audited}
     * @return the resource
     */
    public KafkaTopic ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of KafkaTopic '" + name + "'");
        return new KafkaTopic(name, partitions, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public KafkaTopic sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share KafkaTopic '" + name + "'");
        return new KafkaTopic(name, partitions, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns what clients are configured with as {@code bootstrap.servers}, like {@code events:9092}.
     *
     * @return a reference to host and port
     */
    public Text bootstrapServers() {
        return address();
    }

    /**
     * Returns the topic's name.
     *
     * @return a reference to the output {@code topic}
     */
    public Text topic() {
        return output("topic");
    }

    @Override
    public Optional<Flaw> flaw() {
        return partitions < 1
                ? Optional.of(new Flaw(partitions + " partitions hold nothing", "say at least partitions(1)"))
                : Flaws.ofVersion(version).or(() -> Flaws.ofWords(resourceClass, sharedBecause));
    }

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(inCluster());
    }
}
