/** Why a value is what it is: where it was written, on which layer, and what lost against it. */
@NullMarked
package dev.idp.explain;

import org.jspecify.annotations.NullMarked;
