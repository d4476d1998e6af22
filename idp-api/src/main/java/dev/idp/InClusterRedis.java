package dev.idp;

import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.function.Consumer;

/**
 * Runs Redis as an ordinary service of the environment.
 *
 * @param block what the platform's author says about that service
 */
record InClusterRedis(Consumer<Statements> block) implements Provisioner<Redis> {

    @Override
    public String id() {
        return "in-cluster-redis";
    }

    @Override
    public Provision provision(Redis resource, Environment environment) {
        Service.Builder service = Service.named(resource.name()).on(new RedisPath());
        service.in(environment, block);
        Service redis = service.build();
        return Provision.builder()
                .service(redis)
                .output("host", redis.host())
                .output("address", redis.address())
                .output("url", Text.text("redis://{}", redis.address()))
                .build();
    }

    private static final class RedisPath implements ServicePath {

        @Override
        public String id() {
            return "in-cluster-redis";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults("the official image, at a version of its own choice")
                    .image("redis:7.4.7-alpine");
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
    }
}
