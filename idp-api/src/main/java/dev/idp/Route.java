package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A public address of a service.
 *
 * @param host a host name; without a dot it is a name within the environment's domain
 * @param path the path below which the service answers, starting with a slash
 * @param port the name of the port; empty for the only one that speaks HTTP or gRPC
 */
public record Route(String host, String path, String port) {

    private static final int LONGEST_HOST = 253;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");

    static final JsonForm<Route> JSON = new JsonForm<>(
            route -> new TreeMap<>(Map.of("host", route.host, "path", route.path, "port", route.port)),
            json -> new Route(
                    Fields.of(json).text("host"),
                    Fields.of(json).text("path"),
                    Fields.of(json).text("port")));

    /**
     * Refuses null.
     *
     * @param host a host name; without a dot it is a name within the environment's domain
     * @param path the path below which the service answers
     * @param port the name of the port; empty for the only one that fits
     */
    public Route {
        Nulls.refuse(host, "the host of a route");
        Nulls.refuse(path, "the path of a route");
        Nulls.refuse(port, "the port of a route");
    }

    /**
     * Returns the route to everything on one host.
     *
     * @param host a host name; without a dot it is a name within the environment's domain
     * @return the route
     */
    public static Route at(String host) {
        return new Route(host, "/", "");
    }

    /**
     * Returns this route for one part of the host.
     *
     * @param path the path below which the service answers
     * @return the route
     */
    public Route below(String path) {
        return new Route(host, path, port);
    }

    /**
     * Returns this route to one of several ports.
     *
     * @param port the name of the port
     * @return the route
     */
    public Route toPort(String port) {
        return new Route(host, path, port);
    }

    /**
     * Returns host and path, which no two services of an environment share.
     *
     * @return for example {@code shop.example/api}
     */
    public String address() {
        return host + path;
    }

    Optional<Flaw> flaw() {
        if (host.length() > LONGEST_HOST) {
            return Optional.of(new Flaw(
                    "'" + host + "' is too long to name a host: " + host.length() + " characters",
                    "use at most " + LONGEST_HOST + " characters"));
        }
        if (!HOST.matcher(host).matches()) {
            return Optional.of(new Flaw(
                    "'" + host + "' is not a host name", "use lower-case letters, digits, dashes, and dots between"));
        }
        return PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + path + "' is not a path", "start it with a slash and escape what a URL must escape"));
    }

    /** Returns host and path. */
    @Override
    public String toString() {
        return address();
    }
}
