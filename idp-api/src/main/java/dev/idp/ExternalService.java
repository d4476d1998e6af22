package dev.idp;

import dev.idp.Segment.Attribute;
import dev.idp.explain.Origin;
import dev.idp.internal.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Returns where it was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /**
     * Returns the host name, as a text that makes an edge.
     *
     * @return a reference to it
     */
    public Text host() {
        return text(Attribute.HOST);
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
        if (!HOST.matcher(hostName()).matches()) {
            return Optional.of(new Flaw(
                    "'" + hostName() + "' is not a host", "say a host name or an address, without scheme and port"));
        }
        if (portNumber() < 1 || portNumber() > 65535) {
            return Optional.of(
                    new Flaw(portNumber() + " is not the number of a port", "ports are numbered from 1 to 65535"));
        }
        return networks().stream()
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
        external.owner().ifPresent(owner -> json.put("owner", owner));
        return json;
    }

    private static ExternalService read(Object json) {
        Fields fields = Fields.of(json);
        ImmutableExternalService.Builder external = ImmutableExternalService.builder()
                .name(fields.text("name"))
                .hostName(fields.text("host"))
                .portNumber(Math.toIntExact(fields.number("port")))
                .owner(fields.findText("owner"))
                .origin(Origin.UNKNOWN);
        fields.list("networks").forEach(network -> external.addNetworks((String) network));
        return external.build();
    }

    /** Returns name and address. */
    @Override
    public String toString() {
        return name() + " at " + hostName() + ":" + portNumber()
                + (networks().isEmpty() ? "" : " within " + String.join(", ", networks()));
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
         * Ends the declaration.
         *
         * @return the external service
         */
        public ExternalService build() {
            return value.build();
        }
    }
}
