/** Talks to an API server: requests, retries, what it serves, what is there. */
@NullMarked
package dev.idp.kubernetes.internal.cluster;

import org.jspecify.annotations.NullMarked;
