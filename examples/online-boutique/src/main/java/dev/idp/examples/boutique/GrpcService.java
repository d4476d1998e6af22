package dev.idp.examples.boutique;

import static dev.idp.Probe.grpcHealth;

import dev.idp.Environment;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.time.LocalDate;
import java.util.Optional;

/** For services that speak gRPC on one port, answer health checks there, and run without a profiler. */
record GrpcService(BoutiqueService base) implements ServicePath {

    @Override
    public String id() {
        return "grpc-service";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Optional<ServicePath> extending() {
        return Optional.of(base);
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        service.defaults()
                .env("PORT", Service.self().listeningPort())
                .env("DISABLE_PROFILER", "1")
                .liveness(grpcHealth())
                .readiness(grpcHealth());
        service.defaults()
                .waives(
                        "probes-distinct",
                        "the published manifests ask both probes the same",
                        "storefront",
                        LocalDate.of(2030, 12, 31));
    }
}
