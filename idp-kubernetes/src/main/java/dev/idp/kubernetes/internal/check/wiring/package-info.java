/** Rules on what objects refer to each other by: selectors, names, ports and keys. */
@NullMarked
package dev.idp.kubernetes.internal.check.wiring;

import org.jspecify.annotations.NullMarked;
