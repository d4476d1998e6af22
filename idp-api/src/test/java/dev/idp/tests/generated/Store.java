package dev.idp.tests.generated;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;
import java.util.Optional;

/**
 * A type of resource that a service beside the workloads supplies.
 *
 * @param name its name
 * @param resourceClass which sort of store
 */
public record Store(String name, String resourceClass) implements Resource {

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(new InCluster());
    }

    private record InCluster() implements Provisioner<Store> {

        @Override
        public String id() {
            return "in-cluster-store";
        }

        @Override
        public Provision provision(Store store, Environment environment) {
            Service service = Service.named(store.name() + "-store")
                    .image("registry.example/store:1")
                    .stateful()
                    .storage("/data", Memory.gibibytes(1))
                    .port(Port.tcp(7000))
                    .build();
            return Provision.builder()
                    .service(service)
                    .volume(new Volume(store.name(), Storage.of(Memory.gibibytes(2)), true))
                    .secret(MadeSecret.named(store.name(), "password"))
                    .output("url", service.url())
                    .output("volume", Text.of(store.name()))
                    .output("password", Secret.named(store.name()).key("password"))
                    .build();
        }
    }
}
