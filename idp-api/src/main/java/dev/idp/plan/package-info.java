/** What backends and tests read: fully decided intent, free of any backend. */
@NullMarked
package dev.idp.plan;

import org.jspecify.annotations.NullMarked;
