/** The Kubernetes backend: from a planned environment to objects and YAML. */
@NullMarked
package dev.idp.kubernetes;

import org.jspecify.annotations.NullMarked;
