package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Flaw;
import dev.idp.Secret;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Supplies resources from a server that others run. Whoever uses one of them calls an external service of its name.
 *
 * @param <R> the type of resource
 */
public final class ExistingServer<R extends Server> implements Provisioner<R> {

    private final String type;
    private final Function<R, Map<String, String>> names;
    private final String host;
    private final int port;
    private final List<String> networks;
    private final Optional<Credentials> credentials;

    private ExistingServer(
            String type,
            Function<R, Map<String, String>> names,
            String host,
            int port,
            List<String> networks,
            Optional<Credentials> credentials) {
        this.type = type;
        this.names = names;
        this.host = host;
        this.port = port;
        this.networks = networks;
        this.credentials = credentials;
    }

    /** A server of a type; names are the outputs that follow from the resource alone. */
    static <R extends Server> ExistingServer<R> at(
            String type, Function<R, Map<String, String>> names, String host, int port) {
        Nulls.refuse(host, "the host of an existing " + type);
        return new ExistingServer<>(type, names, host, port, List.of(), Optional.empty());
    }

    /**
     * Says which networks the server's addresses belong to, so that nothing else needs to be opened for it.
     *
     * @param network a block in CIDR notation, like {@code 10.20.0.0/24}
     * @param more more of them
     * @return the provisioner
     */
    public ExistingServer<R> within(String network, String... more) {
        List<String> all = Stream.concat(networks.stream(), Stream.concat(Stream.of(network), Arrays.stream(more)))
                .map(one -> Nulls.refuse(one, "network of an existing " + type))
                .toList();
        return new ExistingServer<>(type, names, host, port, all, credentials);
    }

    /**
     * Says what to log in with: the values under the keys {@code username} and {@code password} of a secret.
     *
     * @param secret a secret that the environment has; in URLs its values are used as they are, so they must not hold
     *     characters that mean something there
     * @return the provisioner
     */
    public ExistingServer<R> credentials(Secret secret) {
        return with(Credentials.in(Nulls.refuse(secret, "the credentials of an existing " + type)));
    }

    /**
     * Says what to log in with, where the keys have other names.
     *
     * @param secret a secret that the environment has
     * @param usernameKey the key of the name to log in with
     * @param passwordKey the key of the password
     * @return the provisioner
     */
    public ExistingServer<R> credentials(Secret secret, String usernameKey, String passwordKey) {
        return with(new Credentials(
                Nulls.refuse(secret, "the credentials of an existing " + type),
                Nulls.refuse(usernameKey, "the key of the username of an existing " + type),
                Nulls.refuse(passwordKey, "the key of the password of an existing " + type)));
    }

    private ExistingServer<R> with(Credentials known) {
        return new ExistingServer<>(type, names, host, port, networks, Optional.of(known));
    }

    @Override
    public String id() {
        return "existing-" + type;
    }

    /** What is wrong with host, port and networks is found where they are used. */
    @Override
    public Optional<Flaw> flaw(R resource, Environment environment) {
        return credentials.flatMap(Credentials::flaw);
    }

    @Override
    public Provision provision(R resource, Environment environment) {
        ExternalService server = ExternalService.named(resource.name())
                .at(host, port)
                .within(networks.toArray(String[]::new))
                .build();
        Provision.Builder provision =
                Provision.builder().output("host", server.host()).output("port", server.port());
        names.apply(resource).forEach((output, name) -> provision.output(output, Text.of(name)));
        credentials.ifPresent(known -> known.addTo(provision));
        return provision.build();
    }
}
