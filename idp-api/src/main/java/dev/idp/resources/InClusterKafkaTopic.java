package dev.idp.resources;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Service;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provision;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a broker that is its own controller by the image of the Apache Kafka project: variables and paths are those of its
 * <a href="https://github.com/apache/kafka/blob/trunk/docker/examples/README.md">usage guide</a> and of its Dockerfile.
 */
final class InClusterKafkaTopic extends InClusterServer<KafkaTopic> {

    private static final String STORAGE = "/var/lib/kafka/data";

    InClusterKafkaTopic(Consumer<Statements> block) {
        super("kafka-topic", block);
    }

    @Override
    void pave(ServicePaving service, KafkaTopic topic) {
        service.defaults(reason(topic.version(), "the image of the Apache Kafka project"))
                .image(image("apache/kafka", topic.version(), "4.1.1", ""));
        service.defaults("the port that Kafka listens on unless told otherwise")
                .port(Port.tcp(9092).named("tcp-kafka"));
        service.defaults("its data stays where it is when it moves to another machine")
                .stateful()
                .storage(STORAGE, Memory.gibibytes(10));
        service.defaults("a second copy would hold other data").replicas(1);
        service.defaults("the broker is its own controller, which nobody else needs to reach")
                .env("KAFKA_NODE_ID", "1")
                .env("KAFKA_PROCESS_ROLES", "broker,controller")
                .env("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .env("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                .env("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT")
                .env("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://localhost:9093");
        service.defaults("clients are told to come back to this address")
                .env(
                        "KAFKA_ADVERTISED_LISTENERS",
                        Text.text("PLAINTEXT://{}", Service.self().address()));
        service.defaults("Kafka makes a topic of this many partitions when it is first used")
                .env("KAFKA_NUM_PARTITIONS", Integer.toString(topic.partitions()));
        service.defaults("there is one broker, and Kafka would wait for three")
                .env("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .env("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .env("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        service.defaults(
                        "Kafka takes every directory here for a part of a topic, and a volume's root may hold a lost+found")
                .env("KAFKA_LOG_DIRS", STORAGE + "/topics");
        service.defaults("Kafka listens once it has found its data")
                .startup(Probe.tcpConnect().failingAfter(60))
                .liveness(Probe.tcpConnect())
                .readiness(Probe.tcpConnect());
        service.defaults("enough for a heap of 512 MiB").env("KAFKA_HEAP_OPTS", "-Xmx512m -Xms512m");
        service.defaults("the heap, and what the JVM needs beside it")
                .cpu(Cpu.millis(200))
                .memory(Memory.mebibytes(768), Memory.gibibytes(1));
        service.defaults("the user appuser of the image").runAsUser(1000);
        service.defaults("the image's scripts write the configuration here").scratch("/opt/kafka/config");
        service.defaults("Kafka writes its logs here").scratch("/opt/kafka/logs");
        service.defaults("the JVM writes here").scratch("/tmp");
    }

    @Override
    Optional<Credentials> credentials(KafkaTopic topic) {
        return Optional.empty();
    }

    @Override
    void complete(KafkaTopic topic, Provision.Builder provision) {
        provision.output("topic", Text.of(topic.name()));
    }
}
