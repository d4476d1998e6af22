package dev.idp.kubernetes;

import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Function;

/** Objects beside the generated ones. */
final class KubernetesObjects extends Extension implements MakesObjects {

    private final boolean ofCluster;
    private final Function<Attachment, ? extends List<? extends HasMetadata>> code;

    KubernetesObjects(String id, boolean ofCluster, Function<Attachment, ? extends List<? extends HasMetadata>> code) {
        super(Kubernetes.ID, id);
        this.ofCluster = ofCluster;
        this.code = code;
    }

    @Override
    public List<Making> makings(Attachment attachment) {
        return List.of(new Making(
                toString(), "'" + id() + "'", ofCluster, attachment.home(), List.of(), () -> code.apply(attachment)));
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
