/** The planner: a pure function from a declared platform to its plan. */
@NullMarked
package dev.idp.internal.planning;

import org.jspecify.annotations.NullMarked;
