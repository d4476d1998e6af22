/** The library's rules on manifests. */
@NullMarked
package dev.idp.kubernetes.internal.check;

import org.jspecify.annotations.NullMarked;
