/** When objects of a cluster are ready, and why they are not: pure functions of what the cluster says. */
@NullMarked
package dev.idp.kubernetes.internal.ready;

import org.jspecify.annotations.NullMarked;
