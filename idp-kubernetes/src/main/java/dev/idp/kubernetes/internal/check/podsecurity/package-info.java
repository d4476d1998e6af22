/** The controls of the Pod Security Standards, each with what its versions changed. */
@NullMarked
package dev.idp.kubernetes.internal.check.podsecurity;

import org.jspecify.annotations.NullMarked;
