package dev.idp.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Where the values of secrets come from: objects that let something in the cluster bring a Secret about, such as an operator
 * that reads a store. No value is ever part of them.
 *
 * @see Kubernetes#secretsFrom
 * @see Kubernetes#passwordsFrom
 */
@FunctionalInterface
public interface SecretSource {

    /**
     * Returns the objects that bring a secret about. They get the secret's namespace if they name none.
     *
     * @param secret what is needed
     * @return any number of objects; none if this source does not know the secret, which then must be there already
     */
    List<? extends HasMetadata> objectsFor(NeededSecret secret);
}
