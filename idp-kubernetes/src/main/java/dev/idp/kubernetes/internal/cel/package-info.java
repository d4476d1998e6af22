/** Writes expressions of the Common Expression Language, and evaluates them. */
@NullMarked
package dev.idp.kubernetes.internal.cel;

import org.jspecify.annotations.NullMarked;
