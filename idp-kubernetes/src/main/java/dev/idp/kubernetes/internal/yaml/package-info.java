/** Writes YAML as bytes, straight from code that knows a model, or from Jackson's stream of events. */
@NullMarked
package dev.idp.kubernetes.internal.yaml;

import org.jspecify.annotations.NullMarked;
