package dev.idp.resources;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import java.util.function.Consumer;

/**
 * Runs RabbitMQ by its official image: variables, paths and user are those of its documentation,
 * <a href="https://github.com/docker-library/docs/blob/master/rabbitmq/content.md">docker-library/docs/rabbitmq</a>, and of
 * its Dockerfile in docker-library/rabbitmq.
 */
final class InClusterRabbitMq extends InClusterServer<RabbitMq> {

    InClusterRabbitMq(Consumer<Statements> block) {
        super("rabbitmq", block);
    }

    @Override
    void pave(ServicePaving service, RabbitMq rabbit) {
        Credentials credentials = Credentials.madeFor(rabbit);
        service.defaults(reason(rabbit.version(), "the official image, of the current major version"))
                .image(image("rabbitmq", rabbit.version(), "4.2.8", ""));
        service.defaults("the port that RabbitMQ listens on unless told otherwise")
                .port(Port.tcp(5672).named("amqp"));
        service.defaults("RabbitMQ files its messages under the name of its machine, which must therefore stay")
                .stateful()
                .storage("/var/lib/rabbitmq", Memory.gibibytes(10));
        service.defaults("a second copy would hold other messages").replicas(1);
        service.defaults("the image makes this user when it first starts, instead of one that everybody knows")
                .secret("RABBITMQ_DEFAULT_USER", credentials.username())
                .secret("RABBITMQ_DEFAULT_PASS", credentials.password());
        service.defaults("RabbitMQ listens once it has found its messages")
                .startup(Probe.tcpConnect().failingAfter(60))
                .liveness(Probe.tcpConnect())
                .readiness(Probe.tcpConnect());
        service.defaults("RabbitMQ uses 120 MiB for itself, and takes no more messages at six tenths of the limit")
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(256), Memory.mebibytes(512));
        service.defaults("the user rabbitmq of the official image").runAsUser(999);
        service.defaults("Erlang writes here").scratch("/tmp");
    }
}
