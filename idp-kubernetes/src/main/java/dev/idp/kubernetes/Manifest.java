package dev.idp.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** A rendered object, and what is known of it. */
public interface Manifest {

    /**
     * Returns the object.
     *
     * @return one that nobody else has
     */
    HasMetadata object();

    /**
     * Returns for which service or job it was rendered.
     *
     * @return the name; empty if it belongs to the environment as a whole
     */
    Optional<String> belongsTo();

    /**
     * Returns its file in the usual {@linkplain Layout layout}.
     *
     * @return a path relative to the environment's directory
     */
    String file();
}
