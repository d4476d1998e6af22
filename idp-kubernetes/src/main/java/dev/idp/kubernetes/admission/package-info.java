/** The rules on manifests as policies that a cluster enforces itself, and a judge of those policies for tests. */
@NullMarked
package dev.idp.kubernetes.admission;

import org.jspecify.annotations.NullMarked;
