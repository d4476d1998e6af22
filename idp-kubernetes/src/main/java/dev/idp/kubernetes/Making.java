package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A user's code that makes objects, about to be called.
 *
 * @param title what problems call it
 * @param name what problems call a thing that it makes
 * @param ofCluster whether objects of which nobody knows it belong to the cluster as a whole
 * @param home the namespace of objects that name none
 * @param because what makes the objects necessary, beside the extension that has the code
 * @param code the code
 */
record Making(
        String title,
        String name,
        boolean ofCluster,
        Decision<String> home,
        List<Decision<?>> because,
        Supplier<@Nullable List<? extends HasMetadata>> code) {

    boolean isNamespaced(HasMetadata object) {
        return object instanceof Namespaced || (object instanceof GenericKubernetesResource && !ofCluster);
    }
}
