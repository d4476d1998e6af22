/** Payments, released as a part. */
@NullMarked
package dev.idp.examples.payments;

import org.jspecify.annotations.NullMarked;
