package dev.idp;

import dev.idp.Segment.Attribute;
import java.util.List;

/**
 * A service, by object or by name. Whoever mentions one of its texts calls it.
 *
 * <p>The methods without a port mean the service's only port; planning reports a service that has several.
 */
public interface ServiceRef extends Dependency, Startable {

    @Override
    String name();

    /**
     * Returns the host name of the service.
     *
     * @return a reference to it
     */
    default Text host() {
        return text(Attribute.HOST, "");
    }

    /**
     * Returns the number of the port under which others reach the service.
     *
     * @return a reference to it
     */
    default Text port() {
        return port("");
    }

    /**
     * Returns the number under which one of several ports is reached.
     *
     * @param port the name of the port
     * @return a reference to it
     */
    default Text port(String port) {
        return text(Attribute.PORT, port);
    }

    /**
     * Returns host and port, like {@code payments:8080}.
     *
     * @return a reference to it
     */
    default Text address() {
        return address("");
    }

    /**
     * Returns host and port of one of several ports.
     *
     * @param port the name of the port
     * @return a reference to it
     */
    default Text address(String port) {
        return text(Attribute.ADDRESS, port);
    }

    /**
     * Returns the URL, like {@code http://payments:8080}.
     *
     * @return a reference to it
     */
    default Text url() {
        return url("");
    }

    /**
     * Returns the URL of one of several ports.
     *
     * @param port the name of the port
     * @return a reference to it
     */
    default Text url(String port) {
        return text(Attribute.URL, port);
    }

    /**
     * Returns the number that the service's own process listens on.
     *
     * @return a reference to it
     */
    default Text listeningPort() {
        return listeningPort("");
    }

    /**
     * Returns the number that the service's own process listens on for one of several ports.
     *
     * @param port the name of the port
     * @return a reference to it
     */
    default Text listeningPort(String port) {
        return text(Attribute.LISTENING_PORT, port);
    }

    private Text text(Attribute attribute, String port) {
        return new Text(List.of(new Segment.OfService(name(), attribute, Nulls.refuse(port, "the name of a port"))));
    }
}
