package dev.idp;

import dev.idp.Segment.Attribute;
import dev.idp.explain.Origin;
import dev.idp.internal.json.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** A system that exists and is not ours to deploy: a legacy system, a database run by others, a SaaS. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class ExternalService implements Dependency {

    /** How plans hold external services. */
    public static final JsonForm<ExternalService> JSON = new JsonForm<>(ExternalService::write, ExternalService::read);

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern NETWORK_4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}/(3[0-2]|[12]?\\d)");

    /** Eight groups, or fewer with one gap. */
    private static final Pattern NETWORK_6 = Pattern.compile("((?=([^:]*:){7}[^:]*/)[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}"
            + "|(?!(.*::){2})(?=([^:]*:){2,7}[^:]*/)([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?::([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?)"
            + "/(12[0-8]|1[01]\\d|[1-9]?\\d)");

    ExternalService() {}

    /**
     * Starts the declaration of an external service.
     *
     * @param name a DNS label, unique in the platform
     * @return what must be said first: where it is
     */
    public static Located named(String name) {
        Nulls.refuse(name, "the name of an external service");
        Origin origin = Origin.capture();
        return (host, port) -> new Builder(ImmutableExternalService.builder()
                .name(name)
                .hostName(Nulls.refuse(host, "the host of external service '" + name + "'"))
                .portNumber(port)
                .origin(origin));
    }

    @Override
    public abstract String name();

    /**
     * Returns the host name or address.
     *
     * @return as other programs would use it
     */
    public abstract String hostName();

    /**
     * Returns the number of its port.
     *
     * @return 1 to 65535
     */
    public abstract int portNumber();

    /**
     * Tells whether it is reached over UDP.
     *
     * @return false for TCP
     */
    @Value.Default
    public boolean udp() {
        return false;
    }

    /**
     * Returns who runs it.
     *
     * @return a team or a company, for people to read
     */
    public abstract Optional<String> owner();

    /**
     * Returns the networks that its addresses belong to.
     *
     * @return blocks in CIDR notation; empty when only the host name is known
     */
    public abstract List<String> networks();

    /**
     * Returns where it is, as far as that is known.
     *
     * @return its networks, or else its host alone if that is an address, in CIDR notation; empty when only a name is known
     */
    public List<String> places() {
        if (!networks().isEmpty()) {
            return networks();
        }
        String host = hostName().toLowerCase(Locale.ROOT);
        if (NETWORK_4.matcher(host + "/32").matches()) {
            return List.of(host + "/32");
        }
        return NETWORK_6.matcher(host + "/128").matches() ? List.of(host + "/128") : List.of();
    }

    /**
     * Returns who alone may call it.
     *
     * @return names of workloads; empty if any may
     */
    public abstract List<String> callers();

    /** Where it is in certain environments, in the order in which it was said. */
    abstract List<Location> locations();

    /**
     * Returns where it was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /**
     * Returns this service as it is in one environment.
     *
     * @param environment the environment
     * @return the service with one address: what was said for the environment, else for its tier, else in general
     */
    public ExternalService in(Environment environment) {
        List<Location> here = locations().stream()
                .filter(location -> location.scope().holdsIn(environment.name(), environment.tier()))
                .toList();
        if (locations().isEmpty()) {
            return this;
        }
        ImmutableExternalService.Builder located = ImmutableExternalService.builder()
                .name(name())
                .owner(owner())
                .callers(callers())
                .udp(udp())
                .origin(origin());
        return here.stream()
                .filter(location -> location.scope().environment() != null)
                .findFirst()
                .or(() -> here.stream().findFirst())
                .map(location -> located.hostName(location.host())
                        .portNumber(location.port())
                        .networks(location.networks())
                        .build())
                .orElseGet(() -> located.hostName(hostName())
                        .portNumber(portNumber())
                        .networks(networks())
                        .build());
    }

    /**
     * Where an external service is in some environments.
     *
     * @param scope where that holds
     * @param host the host name or address
     * @param port the number of the port
     * @param networks the networks that its addresses belong to
     */
    record Location(Scope scope, String host, int port, List<String> networks) {}

    /**
     * Returns the host name, as a text that makes an edge.
     *
     * @return a reference to it
     */
    public Text host() {
        return text(Attribute.HOST);
    }

    /**
     * Returns the number of the port, as a text that makes an edge.
     *
     * @return a reference to it
     */
    public Text port() {
        return text(Attribute.PORT);
    }

    /**
     * Returns host and port, like {@code smtp.corp.example:587}.
     *
     * @return a reference to it
     */
    public Text address() {
        return text(Attribute.ADDRESS);
    }

    /**
     * Returns the URL: {@code https} on port 443, else {@code http}.
     *
     * @return a reference to it
     */
    public Text url() {
        return text(Attribute.URL);
    }

    /**
     * Finds what is wrong with the declaration.
     *
     * @return the flaw, or empty
     */
    public Optional<Flaw> flaw() {
        Set<Scope> scopes = new HashSet<>();
        for (Location location : locations()) {
            if (!scopes.add(location.scope())) {
                return Optional.of(new Flaw(
                        "two addresses are said for the same place, one of them " + location.host(), "remove one"));
            }
        }
        return flawOf(hostName(), portNumber(), networks()).or(() -> locations().stream()
                .flatMap(there -> flawOf(there.host(), there.port(), there.networks()).stream())
                .findFirst());
    }

    private static Optional<Flaw> flawOf(String host, int port, List<String> networks) {
        if (!HOST.matcher(host).matches()) {
            return Optional.of(
                    new Flaw("'" + host + "' is not a host", "say a host name or an address, without scheme and port"));
        }
        if (port < 1 || port > 65535) {
            return Optional.of(new Flaw(port + " is not the number of a port", "ports are numbered from 1 to 65535"));
        }
        return networks.stream()
                .filter(network -> !isNetwork(network))
                .findFirst()
                .map(network -> new Flaw("'" + network + "' is not a network", "write it like 203.0.113.0/24"));
    }

    private static boolean isNetwork(String text) {
        return NETWORK_4.matcher(text).matches() || NETWORK_6.matcher(text).matches();
    }

    private Text text(Attribute attribute) {
        return new Text(List.of(new Segment.OfExternal(this, attribute)));
    }

    private static Object write(ExternalService external) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", external.name());
        json.put("host", external.hostName());
        json.put("port", (long) external.portNumber());
        json.put("networks", external.networks());
        json.put("callers", external.callers());
        json.put("udp", external.udp());
        external.owner().ifPresent(owner -> json.put("owner", owner));
        return json;
    }

    private static ExternalService read(Object json) {
        Fields fields = Fields.of(json);
        ImmutableExternalService.Builder external = ImmutableExternalService.builder()
                .name(fields.text("name"))
                .hostName(fields.text("host"))
                .portNumber(Math.toIntExact(fields.number("port")))
                .udp(fields.truth("udp"))
                .owner(fields.findText("owner"))
                .origin(Origin.UNKNOWN);
        fields.list("networks").forEach(network -> external.addNetworks((String) network));
        fields.list("callers").forEach(caller -> external.addCallers((String) caller));
        return external.build();
    }

    /** Returns name and address. */
    @Override
    public String toString() {
        return name() + " at " + hostName() + ":" + portNumber()
                + (udp() ? " over UDP" : "")
                + (networks().isEmpty() ? "" : " within " + String.join(", ", networks()))
                + (callers().isEmpty() ? "" : ", only for " + String.join(", ", callers()));
    }

    /** Where an external service is: the one thing that it cannot do without. */
    @FunctionalInterface
    public interface Located {

        /**
         * Says where the service is.
         *
         * @param host the host name or address
         * @param port the number of the port
         * @return the rest, all of it optional
         */
        Builder at(String host, int port);
    }

    /** What else can be said about an external service. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder {

        private final ImmutableExternalService.Builder value;

        Builder(ImmutableExternalService.Builder value) {
            this.value = value;
        }

        /**
         * Says who runs it.
         *
         * @param owner a team or a company, for people to read
         * @return this builder
         */
        public Builder ownedBy(String owner) {
            value.owner(Nulls.refuse(owner, "the owner of an external service"));
            return this;
        }

        /**
         * Says that it is reached over UDP, as servers of time and of logs are. It has no URL then.
         *
         * @return this builder
         */
        public Builder overUdp() {
            value.udp(true);
            return this;
        }

        /**
         * Says which networks its addresses belong to, so that nothing else needs to be opened for it.
         *
         * @param networks blocks in CIDR notation, like {@code 203.0.113.0/24}
         * @return this builder
         */
        public Builder within(String... networks) {
            value.addNetworks(Nulls.refuseAny("network of an external service", networks));
            return this;
        }

        /**
         * Says where it is in one environment, if it is not the same everywhere.
         *
         * @param environment the environment
         * @param host the host name or address
         * @param port the number of the port
         * @param networks the networks that its addresses belong to, in CIDR notation
         * @return this builder
         */
        public Builder in(Environment environment, String host, int port, String... networks) {
            return in(
                    Scope.of(Nulls.refuse(environment, "the environment of an external service")),
                    host,
                    port,
                    networks);
        }

        /**
         * Says where it is in the environments of a tier, if it is not the same everywhere.
         *
         * @param tier the tier
         * @param host the host name or address
         * @param port the number of the port
         * @param networks the networks that its addresses belong to, in CIDR notation
         * @return this builder
         */
        public Builder in(Tier tier, String host, int port, String... networks) {
            return in(Scope.of(Nulls.refuse(tier, "the tier of an external service")), host, port, networks);
        }

        private Builder in(Scope scope, String host, int port, String... networks) {
            value.addLocations(new Location(
                    scope,
                    Nulls.refuse(host, "the host of an external service"),
                    port,
                    List.of(Nulls.refuseAny("network of an external service", networks))));
            return this;
        }

        /**
         * Says who alone may call it. Whoever else does is an error.
         *
         * @param workloads names of services and jobs
         * @return this builder
         */
        public Builder onlyFor(String... workloads) {
            value.addCallers(Nulls.refuseAny("caller of an external service", workloads));
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the external service
         */
        public ExternalService build() {
            return value.build();
        }
    }
}
