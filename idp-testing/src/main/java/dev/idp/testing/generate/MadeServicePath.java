package dev.idp.testing.generate;

import dev.idp.Environment;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.util.List;
import java.util.Optional;

/**
 * A made-up golden path for services.
 *
 * @param id its id, and the variable that holds it
 * @param extending what it extends
 * @param paving what it says of {@code service}
 */
record MadeServicePath(String id, Optional<ServicePath> extending, List<Said<ServicePaving>> paving)
        implements ServicePath {

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        paving.forEach(said -> said.effect().accept(service));
    }

    void list(Listing listing) {
        listing.add(
                id,
                MadePaths.source(
                        "ServicePath",
                        id,
                        extending,
                        "ServicePaving service",
                        paving.stream().map(said -> "service." + said.source()).toList()));
    }
}
