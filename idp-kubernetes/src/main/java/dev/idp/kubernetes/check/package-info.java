/** Checks before production: rules on Kubernetes objects, whether this library rendered them or others wrote them. */
@NullMarked
package dev.idp.kubernetes.check;

import org.jspecify.annotations.NullMarked;
