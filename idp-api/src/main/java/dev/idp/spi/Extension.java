package dev.idp.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is attached to a declaration and that one backend alone understands, such as a typed edit of a
 * Kubernetes Deployment.
 *
 * <p>Plans carry extensions by name, so two of one name are equal whatever their code. A backend that meets one of its own
 * that is not bound to code, as in a plan that was read back from JSON, refuses to render.
 */
public abstract class Extension {

    private final String backend;
    private final String id;

    /**
     * Creates an extension.
     *
     * @param backend the {@linkplain Backend#id() id of the backend} that understands it
     * @param id the name, unique within the declaration that it is attached to, in lower case with dashes
     */
    protected Extension(String backend, String id) {
        this.backend = Objects.requireNonNull(backend, "the backend of an extension is null");
        this.id = Objects.requireNonNull(id, "the id of an extension is null");
    }

    /**
     * Returns the backend that understands it.
     *
     * @return the id of the backend
     */
    public final String backend() {
        return backend;
    }

    /**
     * Returns the name.
     *
     * @return in lower case with dashes
     */
    public final String id() {
        return id;
    }

    /**
     * Tells whether the code of this extension is at hand.
     *
     * @return false for an extension that was read back from a saved plan
     */
    public boolean isBound() {
        return true;
    }

    /**
     * Tells whether this extension changes what a backend makes of a plan, so that it may break a mandate and need a waiver.
     *
     * @return false for one that only adds to it
     */
    public boolean isEdit() {
        return true;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Extension that && backend.equals(that.backend) && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(backend, id);
    }

    /** Returns backend and name. */
    @Override
    public String toString() {
        return backend + "/" + id;
    }
}
