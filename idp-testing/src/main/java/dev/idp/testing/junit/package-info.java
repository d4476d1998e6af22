/** Plans a platform once for a class, and gives tests what they ask for. */
@NullMarked
package dev.idp.testing.junit;

import org.jspecify.annotations.NullMarked;
