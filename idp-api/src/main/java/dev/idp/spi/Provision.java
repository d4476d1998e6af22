package dev.idp.spi;

import dev.idp.SecretText;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.TextPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provisioner supplies: outputs, and the services that it adds to the environment.
 *
 * <p>Whoever uses the resource calls the services that its outputs mention.
 */
public final class Provision {

    private final SortedMap<String, TextPart> outputs;
    private final List<Service> services;
    private final List<Volume> volumes;
    private final List<MadeSecret> secrets;
    private final List<Extension> extensions;

    private Provision(Builder builder) {
        this.outputs = Collections.unmodifiableSortedMap(builder.outputs);
        this.services = List.copyOf(builder.services);
        this.volumes = List.copyOf(builder.volumes);
        this.secrets = List.copyOf(builder.secrets);
        this.extensions = List.copyOf(builder.extensions);
    }

    /**
     * Starts a provision.
     *
     * @return an empty one
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what the resource's users need to know.
     *
     * @return outputs by name
     */
    public SortedMap<String, TextPart> outputs() {
        return outputs;
    }

    /**
     * Returns the services that are added to the environment.
     *
     * @return ordinary services
     */
    public List<Service> services() {
        return services;
    }

    /**
     * Returns the volumes that are added to the environment.
     *
     * @return any number of volumes
     */
    public List<Volume> volumes() {
        return volumes;
    }

    /**
     * Returns the secrets whose values are made up when they are first needed.
     *
     * @return any number of secrets
     */
    public List<MadeSecret> secrets() {
        return secrets;
    }

    /**
     * Returns what one backend alone understands.
     *
     * @return any number of extensions
     */
    public List<Extension> extensions() {
        return extensions;
    }

    /** Collects a provision. */
    public static final class Builder {

        private final SortedMap<String, TextPart> outputs = new TreeMap<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Volume> volumes = new ArrayList<>();
        private final List<MadeSecret> secrets = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();

        Builder() {}

        /**
         * Adds an output that anyone may read.
         *
         * @param name the output's name
         * @param value its value, references included
         * @return this builder
         */
        public Builder output(String name, Text value) {
            return put(name, value);
        }

        /**
         * Adds an output that holds a secret.
         *
         * @param name the output's name
         * @param value the place of its value
         * @return this builder
         */
        public Builder output(String name, SecretText value) {
            return put(name, value);
        }

        private Builder put(String name, TextPart value) {
            Objects.requireNonNull(name, "the name of an output is null");
            outputs.put(name, Objects.requireNonNull(value, "output '" + name + "' is null"));
            return this;
        }

        /**
         * Adds a service to the environment.
         *
         * @param service an ordinary service
         * @return this builder
         */
        public Builder service(Service service) {
            services.add(Objects.requireNonNull(service, "a service of a provision is null"));
            return this;
        }

        /**
         * Adds a volume to the environment.
         *
         * @param volume the volume
         * @return this builder
         */
        public Builder volume(Volume volume) {
            volumes.add(Objects.requireNonNull(volume, "a volume of a provision is null"));
            return this;
        }

        /**
         * Adds a secret whose values the backend makes up when they are first needed, and never reads back.
         *
         * @param secret the secret
         * @return this builder
         */
        public Builder secret(MadeSecret secret) {
            secrets.add(Objects.requireNonNull(secret, "a secret of a provision is null"));
            return this;
        }

        /**
         * Adds what one backend alone understands, such as a custom resource of Kubernetes.
         *
         * @param extension the extension
         * @return this builder
         */
        public Builder with(Extension extension) {
            extensions.add(Objects.requireNonNull(extension, "an extension of a provision is null"));
            return this;
        }

        /**
         * Ends the provision.
         *
         * @return the provision
         */
        public Provision build() {
            return new Provision(this);
        }
    }
}
