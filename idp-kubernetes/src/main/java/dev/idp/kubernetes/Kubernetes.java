package dev.idp.kubernetes;

import dev.idp.spi.Backend;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
import java.util.function.Consumer;

/** The entry to the Kubernetes backend. */
public final class Kubernetes {

    /** The name of the backend, by which extensions are addressed to it. */
    static final String ID = "kubernetes";

    private Kubernetes() {}

    /**
     * Returns the backend that renders planned environments to Kubernetes objects.
     *
     * @return the backend; it needs no cluster
     */
    public static Backend<Manifests> backend() {
        return new KubernetesBackend();
    }

    /**
     * Returns an edit of a service's generated objects of one type, to be attached by {@code with(...)}.
     *
     * <p>The edit is called once for each rendering and must be pure. It is the origin of exactly the fields that it
     * changes. An edit that finds no object of its type, that throws, or that renames the object, is an error of
     * rendering.
     *
     * @param <T> the type of object
     * @param id the edit's name, for explanations and saved plans, in lower case with dashes
     * @param type the Fabric8 class of the object
     * @param edit changes the object
     * @return the edit as an extension
     */
    public static <T extends HasMetadata> Extension edit(String id, Class<T> type, Consumer<T> edit) {
        return new KubernetesEdit<>(
                Objects.requireNonNull(id, "the id of an edit is null"),
                Objects.requireNonNull(type, "the type of an edit is null"),
                Objects.requireNonNull(edit, "the code of an edit is null"));
    }
}
