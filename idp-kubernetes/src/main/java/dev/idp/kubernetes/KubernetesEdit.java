package dev.idp.kubernetes;

import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/**
 * A typed edit of generated objects.
 *
 * @param <T> the type of object
 */
final class KubernetesEdit<T extends HasMetadata> extends Extension {

    private final Class<T> type;
    private final Consumer<T> code;

    KubernetesEdit(String id, Class<T> type, Consumer<T> code) {
        super(Kubernetes.ID, id);
        this.type = type;
        this.code = code;
    }

    Class<T> type() {
        return type;
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
