/**
 * Takes the objects of an environment to a cluster: says beforehand what will change, applies, waits for the right things,
 * finds drift, and deletes nothing that is not its own.
 *
 * <p>{@link dev.idp.kubernetes.apply.Cluster} is the entry. It needs a Fabric8 {@code KubernetesClient}, whose library is an
 * optional dependency: whoever only renders has no HTTP client.
 */
@NullMarked
package dev.idp.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
