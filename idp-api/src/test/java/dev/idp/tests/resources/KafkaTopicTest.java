package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.resources.KafkaTopic;
import org.junit.jupiter.api.Test;

class KafkaTopicTest {

    private static final KafkaTopic EVENTS = KafkaTopic.named("order-events").partitions(6);

    @Test
    void itsBrokerRunsBesideTheServicesUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(
                it -> it.env("KAFKA", EVENTS.bootstrapServers()).env("TOPIC", EVENTS.topic()));

        assertThat(orders.variables()).isEqualTo("""
                KAFKA = order-events:9092
                TOPIC = order-events
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> order-events:tcp-kafka]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-kafka-topic");
        assertThat(orders.resource().services()).containsExactly("order-events");
        assertThat(orders.resource().secrets()).isEmpty();
    }

    @Test
    void itsBrokerIsTheImageOfTheProjectAsItsGuideWantsIt() {
        assertThat(Supplied.byDefault(it -> it.uses(EVENTS)).defaults("order-events"))
                .isEqualTo("""
                kind = stateful
                image = apache/kafka:4.1.1
                port/tcp-kafka = tcp-kafka 9092
                env/KAFKA_ADVERTISED_LISTENERS = PLAINTEXT://order-events:9092
                env/KAFKA_CONTROLLER_LISTENER_NAMES = CONTROLLER
                env/KAFKA_CONTROLLER_QUORUM_VOTERS = 1@localhost:9093
                env/KAFKA_HEAP_OPTS = -Xmx512m -Xms512m
                env/KAFKA_LISTENERS = PLAINTEXT://:9092,CONTROLLER://localhost:9093
                env/KAFKA_LISTENER_SECURITY_PROTOCOL_MAP = CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                env/KAFKA_LOG_DIRS = /var/lib/kafka/data/topics
                env/KAFKA_NODE_ID = 1
                env/KAFKA_NUM_PARTITIONS = 6
                env/KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR = 1
                env/KAFKA_PROCESS_ROLES = broker,controller
                env/KAFKA_TRANSACTION_STATE_LOG_MIN_ISR = 1
                env/KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR = 1
                startup = TCP connect on tcp-kafka, failing after 60 wrong answers
                liveness = TCP connect on tcp-kafka
                readiness = TCP connect on tcp-kafka
                cpu = 200m
                memory = 768Mi
                memory-limit = 1Gi
                replicas = 1
                scratch//opt/kafka/config = /opt/kafka/config
                scratch//opt/kafka/logs = /opt/kafka/logs
                scratch//tmp = /tmp
                storage//var/lib/kafka/data = 10Gi
                user-id = 1000
                """);
    }

    @Test
    void itsVersionCanBeSaid() {
        Supplied orders = Supplied.byDefault(it -> it.uses(EVENTS.version("3.9.1")));

        assertThat(orders.plan().service("order-events").image()).hasToString("apache/kafka:3.9.1");
    }

    @Test
    void anExistingBrokerIsAnExternalService() {
        Supplied orders = Supplied.by(
                KafkaTopic.class,
                KafkaTopic.existingAt("kafka.prod.example", 9094)
                        .within("10.30.0.0/16")
                        .credentials(Secret.named("kafka")),
                it -> it.env("KAFKA", EVENTS.bootstrapServers())
                        .env("TOPIC", EVENTS.topic())
                        .secret("USER", EVENTS.username()));

        assertThat(orders.variables()).isEqualTo("""
                KAFKA = kafka.prod.example:9094
                TOPIC = order-events
                USER = {secret kafka/username}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("order-events at kafka.prod.example:9094 within 10.30.0.0/16");
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-kafka-topic");
    }
}
