package dev.idp;

import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.List;

/**
 * A Redis that others run.
 *
 * @param host its host
 * @param port its port
 * @param networks the networks that its addresses belong to
 */
record ExistingRedis(String host, int port, List<String> networks) implements Provisioner<Redis> {

    @Override
    public String id() {
        return "existing-redis";
    }

    @Override
    public Provision provision(Redis resource, Environment environment) {
        ExternalService redis = ExternalService.named(resource.name())
                .at(host, port)
                .within(networks.toArray(String[]::new))
                .build();
        return Provision.builder()
                .output("host", redis.host())
                .output("address", redis.address())
                .output("url", Text.text("redis://{}", redis.address()))
                .build();
    }
}
