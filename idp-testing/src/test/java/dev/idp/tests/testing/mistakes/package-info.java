/** A shop, mistakes in it, and the tests that catch them. */
@NullMarked
package dev.idp.tests.testing.mistakes;

import org.jspecify.annotations.NullMarked;
