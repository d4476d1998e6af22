/** The concerns that a service has on Kubernetes, one file each. */
@NullMarked
package dev.idp.kubernetes.internal.facets;

import org.jspecify.annotations.NullMarked;
