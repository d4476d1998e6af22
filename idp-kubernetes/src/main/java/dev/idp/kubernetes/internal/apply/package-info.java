/** Takes objects to a cluster: what differs, in which order, who owns which field, what is ours. */
@NullMarked
package dev.idp.kubernetes.internal.apply;

import org.jspecify.annotations.NullMarked;
