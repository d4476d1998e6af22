/** A platform made of parts. */
@NullMarked
package dev.idp.examples.shop;

import org.jspecify.annotations.NullMarked;
