package dev.idp.kubernetes;

import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/**
 * A typed edit of generated objects.
 *
 * @param <T> the type of object
 * @param id the edit's name
 * @param type the type of object
 * @param code changes the object
 */
record KubernetesEdit<T extends HasMetadata>(String id, Class<T> type, Consumer<T> code) implements Extension {

    @Override
    public String backend() {
        return Kubernetes.ID;
    }

    boolean fits(HasMetadata object) {
        return type.isInstance(object);
    }

    void apply(HasMetadata object) {
        code.accept(type.cast(object));
    }

    /** Returns for example {@code edit of Deployment}. */
    @Override
    public String toString() {
        return "edit of " + type.getSimpleName();
    }
}
