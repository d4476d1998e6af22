package dev.idp;

import java.util.Locale;

/**
 * A piece of a {@link Text}.
 *
 * <p>Declared texts may hold every kind. In a plan only {@link Literal}, {@link Host} and {@link Key} are left: a host
 * stays symbolic, since how a service is addressed is for a backend to say.
 */
public sealed interface Segment {

    /**
     * Text as it is.
     *
     * @param text the text
     */
    record Literal(String text) implements Segment {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Something about a service.
     *
     * @param service the service's name, or {@link #SELF}
     * @param attribute what about it
     * @param port the name of the port; empty for the only one
     */
    record OfService(String service, Attribute attribute, String port) implements Segment {

        /** Stands for the service that says it; no service can have this name. */
        public static final String SELF = "(self)";

        @Override
        public String toString() {
            return "{" + (service.equals(SELF) ? "self" : service) + "." + attribute + "}";
        }
    }

    /**
     * Something about an external service.
     *
     * @param external the service
     * @param attribute what about it
     */
    record OfExternal(ExternalService external, Attribute attribute) implements Segment {
        @Override
        public String toString() {
            return "{" + external.name() + "." + attribute + "}";
        }
    }

    /**
     * An output of a resource, known once a provisioner has supplied it.
     *
     * @param resource the resource
     * @param output the output's name
     */
    record OfResource(Resource resource, String output) implements Segment {
        @Override
        public String toString() {
            return "{" + resource.name() + "." + output + "}";
        }
    }

    /**
     * The host name by which a backend lets services reach a service of the same environment.
     *
     * @param service the service's name
     */
    record Host(String service) implements Segment {
        @Override
        public String toString() {
            return service;
        }
    }

    /**
     * A value that only the runtime knows.
     *
     * @param secret the secret's name in the environment
     * @param key the key within it
     */
    record Key(String secret, String key) implements Segment {
        @Override
        public String toString() {
            return "{secret " + secret + "/" + key + "}";
        }
    }

    /**
     * A template whose holes and parts do not match, kept so that planning can report it.
     *
     * @param template the template
     * @param parts how many parts were given for its holes
     */
    record Mismatch(String template, int parts) implements Segment {
        @Override
        public String toString() {
            return template;
        }
    }

    /** What can be said about something with an address. */
    enum Attribute {
        /** The host name. */
        HOST,
        /** The number under which others reach it. */
        PORT,
        /** Host and port, with a colon between. */
        ADDRESS,
        /** The URL: scheme, host and port. */
        URL,
        /** The number that its own process listens on. */
        LISTENING_PORT;

        /** Returns the name in lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
