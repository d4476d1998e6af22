package dev.idp.kubernetes;

import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects beside the generated ones. */
final class KubernetesObjects extends Extension {

    private final boolean ofCluster;
    private final Function<Attachment, ? extends List<? extends HasMetadata>> code;

    KubernetesObjects(String id, boolean ofCluster, Function<Attachment, ? extends List<? extends HasMetadata>> code) {
        super(Kubernetes.ID, id);
        this.ofCluster = ofCluster;
        this.code = code;
    }

    @Nullable
    List<? extends HasMetadata> make(Attachment attachment) {
        return code.apply(attachment);
    }

    boolean isNamespaced(HasMetadata object) {
        return object instanceof Namespaced || (object instanceof GenericKubernetesResource && !ofCluster);
    }

    @Override
    public boolean isEdit() {
        return false;
    }

    /** Returns for example {@code objects 'alerts'}. */
    @Override
    public String toString() {
        return "objects '" + id() + "'";
    }
}
