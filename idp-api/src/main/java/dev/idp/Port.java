package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A port of a service: the number that its process listens on, and the number under which others reach it.
 *
 * <p>A port is known by its name. Unless {@link #named(String) named}, it is called after its protocol.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Port {

    /** IANA service names, RFC 6335 section 5.1: what every backend accepts as the name of a port. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

    static final JsonForm<Port> JSON = new JsonForm<>(Port::write, Port::read);

    Port() {}

    /**
     * Returns a port that speaks HTTP, named {@code http}.
     *
     * @param listening the number that the process listens on
     * @return the port, reached under the same number
     */
    public static Port http(int listening) {
        return of(Protocol.HTTP, listening);
    }

    /**
     * Returns a port that speaks gRPC, named {@code grpc}.
     *
     * @param listening the number that the process listens on
     * @return the port, reached under the same number
     */
    public static Port grpc(int listening) {
        return of(Protocol.GRPC, listening);
    }

    /**
     * Returns a port that speaks something over TCP, named {@code tcp}.
     *
     * @param listening the number that the process listens on
     * @return the port, reached under the same number
     */
    public static Port tcp(int listening) {
        return of(Protocol.TCP, listening);
    }

    /**
     * Returns a port that speaks something over UDP, named {@code udp}.
     *
     * @param listening the number that the process listens on
     * @return the port, reached under the same number
     */
    public static Port udp(int listening) {
        return of(Protocol.UDP, listening);
    }

    private static Port of(Protocol protocol, int listening) {
        return ImmutablePort.builder()
                .name(protocol.name().toLowerCase(Locale.ROOT))
                .protocol(protocol)
                .listening(listening)
                .reachedUnder(listening)
                .build();
    }

    /**
     * Returns this port under another name.
     *
     * @param name up to 15 lower-case letters, digits and dashes
     * @return the port
     */
    public Port named(String name) {
        return copy().name(Nulls.refuse(name, "the name of a port")).build();
    }

    /**
     * Returns this port, reached by others under another number than the process listens on.
     *
     * @param number the number that others use
     * @return the port
     */
    public Port servedOn(int number) {
        return copy().reachedUnder(number).build();
    }

    private ImmutablePort.Builder copy() {
        return ImmutablePort.builder().from(this);
    }

    /**
     * Returns the name by which probes, routes and references choose this port.
     *
     * @return the name, unique in its service
     */
    public abstract String name();

    /**
     * Returns what is spoken.
     *
     * @return the protocol
     */
    public abstract Protocol protocol();

    /**
     * Returns the number that the process listens on.
     *
     * @return 1 to 65535
     */
    public abstract int listening();

    /**
     * Returns the number under which others reach the service.
     *
     * @return 1 to 65535
     */
    public abstract int reachedUnder();

    Optional<Flaw> flaw() {
        if (!NAME.matcher(name()).matches()) {
            return Optional.of(new Flaw(
                    "'" + name() + "' cannot name a port",
                    "use up to 15 lower-case letters, digits and single dashes, at least one of them a letter"));
        }
        for (int number : new int[] {listening(), reachedUnder()}) {
            if (number < 1 || number > 65535) {
                return Optional.of(
                        new Flaw(number + " is not the number of a port", "ports are numbered from 1 to 65535"));
            }
        }
        return Optional.empty();
    }

    private static Object write(Port port) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", port.name());
        json.put("protocol", port.protocol().name());
        json.put("listening", (long) port.listening());
        json.put("reachedUnder", (long) port.reachedUnder());
        return json;
    }

    private static Port read(Object json) {
        Fields fields = Fields.of(json);
        return ImmutablePort.builder()
                .name(fields.text("name"))
                .protocol(Protocol.valueOf(fields.text("protocol")))
                .listening(Math.toIntExact(fields.number("listening")))
                .reachedUnder(Math.toIntExact(fields.number("reachedUnder")))
                .build();
    }

    /** Returns for example {@code grpc 8080} or {@code http 80→8080}. */
    @Override
    public String toString() {
        return name() + " " + (reachedUnder() == listening() ? "" : reachedUnder() + "→") + listening();
    }
}
