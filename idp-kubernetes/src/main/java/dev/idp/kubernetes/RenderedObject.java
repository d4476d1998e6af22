package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.render.RecordingTrace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A rendered object.
 *
 * @param object the object
 * @param file the path of its file, relative to the environment's directory
 * @param trace what its lines were made of; {@code null} unless explanations are wanted
 */
record RenderedObject(
        HasMetadata object, String file, @Nullable RecordingTrace trace) {

    /** The name by which people ask for it: {@code Deployment/orders}. */
    String reference() {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    /** Tells whether somebody asks for it: by its reference, or with its namespace between. */
    boolean isCalled(String asked) {
        return asked.equals(reference())
                || asked.equals(object.getKind() + "/" + object.getMetadata().getNamespace() + "/"
                        + object.getMetadata().getName());
    }
}
