/** Assertions on plans. */
@NullMarked
package dev.idp.testing;

import org.jspecify.annotations.NullMarked;
