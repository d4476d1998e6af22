package dev.idp.spi;

/**
 * Something that is attached to a declaration and that one backend alone understands, such as a typed edit of a
 * Kubernetes Deployment.
 *
 * <p>Plans carry extensions by name. A backend that meets one of its own that is not bound to code, as in a plan that was
 * read back from JSON, refuses to render.
 */
public interface Extension {

    /**
     * Returns the name, unique within the declaration that the extension is attached to.
     *
     * @return in lower case with dashes
     */
    String id();

    /**
     * Returns the backend that understands it.
     *
     * @return the {@linkplain Backend#id() id of the backend}
     */
    String backend();

    /**
     * Tells whether the code of this extension is at hand.
     *
     * @return false for an extension that was read back from a saved plan
     */
    default boolean isBound() {
        return true;
    }
}
