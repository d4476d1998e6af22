package dev.idp.examples.boutique;

import static dev.idp.Port.http;

import dev.idp.Environment;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.util.Optional;

/** For services that people meet in their browsers: HTTP on port 80, scaled with the load in production. */
record WebFrontEnd(BoutiqueService base) implements ServicePath {

    @Override
    public String id() {
        return "web-front-end";
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
                .port(http(8080).servedOn(80))
                .env("PORT", Service.self().listeningPort());
        if (environment.isProduction()) {
            service.defaults("people come in waves").replicas(3, 12);
        }
    }
}
