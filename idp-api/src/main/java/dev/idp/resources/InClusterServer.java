package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a server for one resource as an ordinary service of the environment, which is named like the resource. */
abstract class InClusterServer<R extends Server> implements Provisioner<R> {

    private final String id;
    private final Consumer<Statements> block;

    InClusterServer(String type, Consumer<Statements> block) {
        this.id = "in-cluster-" + type;
        this.block = Nulls.refuse(block, "the block in inCluster");
    }

    /** Says what the service is, all of it changeable by the platform's author. */
    abstract void pave(ServicePaving service, R resource);

    /** What clients log in with. */
    Optional<Credentials> credentials(R resource) {
        return Optional.of(Credentials.madeFor(resource));
    }

    /** The secret with the credentials. */
    MadeSecret made(Credentials credentials) {
        return credentials.made();
    }

    /** Adds what there is besides host, port and credentials. */
    void complete(R resource, Provision.Builder provision) {}

    static String image(String name, Optional<String> version, String usual, String variant) {
        return name + ":" + version.orElse(usual) + variant;
    }

    /** Why the image is what it is. */
    static String reason(Optional<String> version, String usual) {
        return version.isPresent() ? "the official image, at the version that the resource asks for" : usual;
    }

    @Override
    public String id() {
        return id;
    }

    /** What is wrong with the name of the resource itself is known already. */
    @Override
    public Optional<Flaw> flaw(R resource, Environment environment) {
        return credentials(resource)
                .filter(known ->
                        Names.flawOfLabel(resource.name(), "a resource").isEmpty())
                .flatMap(Credentials::flaw)
                .map(flaw -> new Flaw(flaw.message(), "give the resource a shorter name"));
    }

    @Override
    public Provision provision(R resource, Environment environment) {
        Service service = Service.named(resource.name())
                .on(new Path(paving -> pave(paving, resource)))
                .in(environment, block)
                .build();
        Provision.Builder provision = Provision.builder()
                .service(service)
                .output("host", service.host())
                .output("port", service.port());
        credentials(resource).ifPresent(known -> known.addTo(provision.secret(made(known))));
        complete(resource, provision);
        return provision.build();
    }

    private final class Path implements ServicePath {

        private final Consumer<ServicePaving> pave;

        Path(Consumer<ServicePaving> pave) {
            this.pave = pave;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            pave.accept(service);
        }
    }
}
