package dev.idp.resources;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs Redis as a cache: without storage, and without a password. */
final class InClusterRedis extends InClusterServer<Redis> {

    InClusterRedis(Consumer<Statements> block) {
        super("redis", block);
    }

    @Override
    void pave(ServicePaving service, Redis redis) {
        service.defaults(reason(redis.version(), "the official image, at a version of its own choice"))
                .image(image("redis", redis.version(), "7.4.7", "-alpine"));
        service.defaults("the port that Redis listens on unless told otherwise")
                .port(Port.tcp(6379).named("tcp-redis"));
        service.defaults("Redis accepts connections once it has loaded its data")
                .liveness(Probe.tcpConnect())
                .readiness(Probe.tcpConnect());
        service.defaults("enough for a cache of a few hundred thousand entries")
                .cpu(Cpu.millis(70))
                .memory(Memory.mebibytes(200), Memory.mebibytes(256));
        service.defaults("a second copy would hold other data").replicas(1);
        service.defaults("the user of the official image").runAsUser(999);
        service.defaults("Redis saves its data here").scratch("/data");
    }

    @Override
    Optional<Credentials> credentials(Redis redis) {
        return Optional.empty();
    }
}
