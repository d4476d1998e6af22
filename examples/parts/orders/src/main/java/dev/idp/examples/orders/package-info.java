/** Orders, released as a part. */
@NullMarked
package dev.idp.examples.orders;

import org.jspecify.annotations.NullMarked;
