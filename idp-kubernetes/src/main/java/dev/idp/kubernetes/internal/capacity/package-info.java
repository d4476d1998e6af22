/** How much objects ask for, how much they may have, and how much they used. */
@NullMarked
package dev.idp.kubernetes.internal.capacity;

import org.jspecify.annotations.NullMarked;
