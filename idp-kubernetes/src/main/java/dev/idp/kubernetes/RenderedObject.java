package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.kubernetes.internal.tree.ApiVersions;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rendered object.
 *
 * @param object the object
 * @param workload the name of the workload that it belongs to; {@code null} if it belongs to the environment as a whole
 * @param file the path of its file, relative to the environment's directory
 * @param trace what its lines were made of; {@code null} unless explanations are wanted
 * @param extra the extension that added it; {@code null} if it is generated
 */
record RenderedObject(
        HasMetadata object,
        @Nullable String workload,
        String file,
        @Nullable RecordingTrace trace,
        @Nullable Extra extra)
        implements Manifest {

    @Override
    public Optional<String> belongsTo() {
        return Optional.ofNullable(workload);
    }

    /** What added an object. */
    record Extra(Attachment attachment, Decision<Extension> said) {}

    /** The same, after an edit made another object of it. */
    RenderedObject with(HasMetadata edited) {
        return new RenderedObject(edited, workload, file, trace, extra);
    }

    /** The name by which people ask for it: {@code Deployment/orders}. */
    String reference() {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    /** The group of its API; empty for the oldest one. */
    String group() {
        return groupOf(object);
    }

    static String groupOf(HasMetadata object) {
        return ApiVersions.group(object.getApiVersion());
    }

    /** Whether others cannot be applied before it. */
    boolean comesFirst() {
        return switch (object.getKind()) {
            case "Namespace" -> group().isEmpty();
            case "CustomResourceDefinition" -> group().equals("apiextensions.k8s.io");
            default -> false;
        };
    }

    /** Whether people mean it by a name, which may say group and namespace as well. */
    boolean isCalled(String name) {
        if (name.equals(reference())) {
            return true;
        }
        String kind = object.getKind();
        String namespace = object.getMetadata().getNamespace();
        String called = object.getMetadata().getName();
        return List.of(kind, kind + "." + group()).stream()
                .anyMatch(prefix ->
                        name.equals(prefix + "/" + called) || name.equals(prefix + "/" + namespace + "/" + called));
    }
}
