package dev.idp;

import dev.idp.internal.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How to find out whether a service is well.
 *
 * <p>Times that are not given are left to the runtime, and say so when they are explained.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Probe {

    /** Tokens of RFC 9110, section 5.6.2. */
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    static final JsonForm<Probe> JSON = new JsonForm<>(Probe::write, Probe::read);

    Probe() {}

    /** How a probe asks. */
    public enum Kind {
        /** A GET request that must be answered with a status from 200 to 399. */
        HTTP_GET,
        /** The gRPC health checking protocol. */
        GRPC,
        /** A TCP connection that must open. */
        TCP,
        /** A program in the image that must end with status 0. */
        EXEC
    }

    /**
     * Returns a probe by an HTTP request.
     *
     * @param path the path, starting with a slash
     * @return the probe
     */
    public static Probe httpGet(String path) {
        return ImmutableProbe.builder()
                .kind(Kind.HTTP_GET)
                .path(Nulls.refuse(path, "the path of a probe"))
                .build();
    }

    /**
     * Returns a probe by the gRPC health checking protocol.
     *
     * @return the probe
     */
    public static Probe grpcHealth() {
        return ImmutableProbe.builder().kind(Kind.GRPC).build();
    }

    /**
     * Returns a probe by opening a TCP connection.
     *
     * @return the probe
     */
    public static Probe tcpConnect() {
        return ImmutableProbe.builder().kind(Kind.TCP).build();
    }

    /**
     * Returns a probe that runs a program of the image.
     *
     * @param command program and arguments; it must end with status 0
     * @return the probe, which needs no port
     */
    public static Probe exec(String... command) {
        return ImmutableProbe.builder()
                .kind(Kind.EXEC)
                .addCommand(Nulls.refuseAny("word of a probe's command", command))
                .build();
    }

    /**
     * Returns this probe with a header in its request.
     *
     * @param name the header's name
     * @param value the header's value
     * @return the probe
     */
    public Probe header(String name, String value) {
        SortedMap<String, String> headers = new TreeMap<>(headers());
        headers.put(Nulls.refuse(name, "the name of a header"), Nulls.refuse(value, "the value of a header"));
        return copy().headers(headers).build();
    }

    /**
     * Returns this probe for one of several ports.
     *
     * @param port the name of the port
     * @return the probe
     */
    public Probe onPort(String port) {
        return copy().port(Nulls.refuse(port, "the port of a probe")).build();
    }

    /**
     * Returns this probe with a time to wait before the first question.
     *
     * @param delay whole seconds
     * @return the probe
     */
    public Probe initialDelay(Duration delay) {
        return copy().initialDelay(Nulls.refuse(delay, "the initial delay of a probe"))
                .build();
    }

    /**
     * Returns this probe with a time from one question to the next.
     *
     * @param period whole seconds
     * @return the probe
     */
    public Probe period(Duration period) {
        return copy().period(Nulls.refuse(period, "the period of a probe")).build();
    }

    /**
     * Returns this probe with a time within which the answer must come.
     *
     * @param timeout whole seconds, at least one
     * @return the probe
     */
    public Probe timeout(Duration timeout) {
        return copy().timeout(Nulls.refuse(timeout, "the timeout of a probe")).build();
    }

    /**
     * Returns this probe with a number of wrong answers in a row after which they count.
     *
     * @param failures at least one
     * @return the probe
     */
    public Probe failingAfter(int failures) {
        return copy().failures(failures).build();
    }

    private ImmutableProbe.Builder copy() {
        return ImmutableProbe.builder().from(this);
    }

    /**
     * Returns how the probe asks.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * Returns the path of an HTTP request.
     *
     * @return the path; {@code /} for other kinds
     */
    @Value.Default
    public String path() {
        return "/";
    }

    /**
     * Returns the headers of an HTTP request.
     *
     * @return values by name
     */
    @Value.NaturalOrder
    public abstract SortedMap<String, String> headers();

    /**
     * Returns the name of the port.
     *
     * @return the name; empty for the only port. In a plan it is never empty
     */
    @Value.Default
    public String port() {
        return "";
    }

    /**
     * Returns the time to wait before the first question.
     *
     * @return the delay, if given
     */
    public abstract Optional<Duration> initialDelay();

    /**
     * Returns the time from one question to the next.
     *
     * @return the period, if given
     */
    public abstract Optional<Duration> period();

    /**
     * Returns the time within which the answer must come.
     *
     * @return the time; empty when it is left to the backend
     */
    public abstract Optional<Duration> timeout();

    /**
     * Returns the number of wrong answers in a row after which they count.
     *
     * @return the number; empty when it is left to the backend
     */
    public abstract Optional<Integer> failures();

    /**
     * Returns what is run in the copy.
     *
     * @return program and arguments; empty unless the kind is {@link Kind#EXEC}
     */
    public abstract List<String> command();

    /**
     * Tells whether the probe asks at a port.
     *
     * @return false for a program that is run in the copy
     */
    public boolean needsPort() {
        return kind() != Kind.EXEC;
    }

    Optional<Flaw> flaw() {
        if (!path().startsWith("/")) {
            return Optional.of(new Flaw("'" + path() + "' is not a path", "start it with a slash"));
        }
        for (String header : headers().keySet()) {
            if (!HEADER.matcher(header).matches()) {
                return Optional.of(new Flaw(
                        "'" + header + "' cannot name a header", "use letters, digits and dashes, like X-Probe"));
            }
        }
        if (initialDelay().filter(delay -> !isSeconds(delay, 0)).isPresent()) {
            return Optional.of(new Flaw(
                    "a delay of " + initialDelay().get() + " cannot be kept",
                    "give whole seconds, from 0 to 2147483647"));
        }
        if (period().filter(period -> !isSeconds(period, 1)).isPresent()) {
            return Optional.of(new Flaw(
                    "a period of " + period().get() + " cannot be kept", "give whole seconds, from 1 to 2147483647"));
        }
        if (timeout().filter(timeout -> !isSeconds(timeout, 1)).isPresent()) {
            return Optional.of(new Flaw(
                    "a timeout of " + timeout().get() + " cannot be kept", "give whole seconds, from 1 to 2147483647"));
        }
        if (failures().filter(failures -> failures < 1).isPresent()) {
            return Optional.of(
                    new Flaw("a probe cannot fail after " + failures().get() + " failures", "say 1 or more"));
        }
        return kind() == Kind.EXEC && command().isEmpty()
                ? Optional.of(new Flaw("a probe has no command", "name a program"))
                : Optional.empty();
    }

    private static boolean isSeconds(Duration duration, long least) {
        return duration.toNanosPart() == 0
                && duration.toSeconds() >= least
                && duration.toSeconds() <= Integer.MAX_VALUE;
    }

    private static Object write(Probe probe) {
        Map<String, Object> json = new TreeMap<>();
        json.put("kind", probe.kind().name());
        json.put("port", probe.port());
        if (probe.kind() == Kind.HTTP_GET) {
            json.put("path", probe.path());
            json.put("headers", probe.headers());
        }
        probe.initialDelay().ifPresent(delay -> json.put("initialDelaySeconds", delay.toSeconds()));
        if (probe.kind() == Kind.EXEC) {
            json.put("command", probe.command());
        }
        probe.period().ifPresent(period -> json.put("periodSeconds", period.toSeconds()));
        probe.timeout().ifPresent(timeout -> json.put("timeoutSeconds", timeout.toSeconds()));
        probe.failures().ifPresent(failures -> json.put("failures", (long) failures));
        return json;
    }

    private static Probe read(Object json) {
        Fields fields = Fields.of(json);
        ImmutableProbe.Builder probe = ImmutableProbe.builder()
                .kind(Kind.valueOf(fields.text("kind")))
                .port(fields.text("port"))
                .initialDelay(fields.findNumber("initialDelaySeconds").map(Duration::ofSeconds))
                .period(fields.findNumber("periodSeconds").map(Duration::ofSeconds))
                .timeout(fields.findNumber("timeoutSeconds").map(Duration::ofSeconds))
                .failures(fields.findNumber("failures").map(Math::toIntExact));
        if (fields.json().containsKey("command")) {
            fields.list("command").forEach(word -> probe.addCommand((String) word));
        }
        fields.findText("path").ifPresent(path -> {
            probe.path(path);
            fields.map("headers").forEach((name, value) -> probe.putHeaders((String) name, (String) value));
        });
        return probe.build();
    }

    /** Returns for example {@code GET /healthz, first after 10s, every 15s}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                switch (kind()) {
                    case HTTP_GET -> "GET " + path();
                    case GRPC -> "gRPC health";
                    case TCP -> "TCP connect";
                    case EXEC -> "run " + String.join(" ", command());
                });
        headers()
                .forEach((name, value) ->
                        text.append(" with ").append(name).append(": ").append(value));
        if (!port().isEmpty()) {
            text.append(" on ").append(port());
        }
        initialDelay()
                .ifPresent(delay ->
                        text.append(", first after ").append(delay.toSeconds()).append('s'));
        period().ifPresent(period ->
                text.append(", every ").append(period.toSeconds()).append('s'));
        timeout()
                .ifPresent(timeout ->
                        text.append(", within ").append(timeout.toSeconds()).append('s'));
        failures()
                .ifPresent(failures ->
                        text.append(", failing after ").append(failures).append(" wrong answers"));
        return text.toString();
    }
}
