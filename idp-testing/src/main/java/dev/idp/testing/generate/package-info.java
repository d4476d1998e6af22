/** Made-up platforms that depend on a seed alone, and properties that hold for all of them. */
@NullMarked
package dev.idp.testing.generate;

import org.jspecify.annotations.NullMarked;
