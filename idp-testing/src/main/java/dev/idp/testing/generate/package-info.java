/** Laws that must hold for platforms, services and jobs that do not exist yet: they are made up of a seed. */
@NullMarked
package dev.idp.testing.generate;

import org.jspecify.annotations.NullMarked;
