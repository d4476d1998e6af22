package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.resources.RabbitMq;
import dev.idp.spi.MadeSecret;
import org.junit.jupiter.api.Test;

class RabbitMqTest {

    private static final RabbitMq EVENTS = RabbitMq.named("events");

    private static void everything(Service.Builder orders) {
        orders.env("ADDRESS", EVENTS.address())
                .env("HOST", EVENTS.host())
                .env("PORT", EVENTS.port())
                .env("URL", EVENTS.url())
                .secret("PASSWORD", EVENTS.password())
                .secret("URI", EVENTS.uri())
                .secret("USERNAME", EVENTS.username());
    }

    @Test
    void itRunsBesideTheServicesUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(RabbitMqTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = events:5672
                HOST = events
                PORT = 5672
                URL = amqp://events:5672
                PASSWORD = {secret events-credentials/password}
                URI = amqp://{secret events-credentials/username}:{secret events-credentials/password}\
                @events:5672
                USERNAME = {secret events-credentials/username}
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> events:amqp]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-rabbitmq");
        assertThat(orders.resource().services()).containsExactly("events");
        assertThat(orders.resource().secrets())
                .containsExactly(
                        MadeSecret.named("events-credentials", "password").with("username", "app"));
    }

    @Test
    void itIsTheOfficialImageAsItsDocumentationWantsIt() {
        assertThat(Supplied.byDefault(RabbitMqTest::everything).defaults("events"))
                .isEqualTo("""
                kind = stateful
                image = rabbitmq:4.2.8
                port/amqp = amqp 5672
                secret/RABBITMQ_DEFAULT_PASS = {secret events-credentials/password}
                secret/RABBITMQ_DEFAULT_USER = {secret events-credentials/username}
                startup = TCP connect on amqp, failing after 60 wrong answers
                liveness = TCP connect on amqp
                readiness = TCP connect on amqp
                cpu = 100m
                memory = 256Mi
                memory-limit = 512Mi
                replicas = 1
                scratch//tmp = /tmp
                storage//var/lib/rabbitmq = 10Gi
                user-id = 999
                """);
    }

    @Test
    void itsVersionCanBeSaid() {
        Supplied orders =
                Supplied.byDefault(it -> it.env("URL", EVENTS.version("4.1").url()));

        assertThat(orders.plan().service("events").image()).hasToString("rabbitmq:4.1");
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                RabbitMq.class,
                RabbitMq.existingAt("events.prod.example", 5673)
                        .within("10.20.0.0/24")
                        .credentials(Secret.named("events")),
                RabbitMqTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = events.prod.example:5673
                HOST = events.prod.example
                PORT = 5673
                URL = amqp://events.prod.example:5673
                PASSWORD = {secret events/password}
                URI = amqp://{secret events/username}:{secret events/password}\
                @events.prod.example:5673
                USERNAME = {secret events/username}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("events at events.prod.example:5673 within 10.20.0.0/24");
        assertThat(orders.plan().services()).hasSize(1);
        assertThat(orders.resource().secrets()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-rabbitmq");
    }
}
