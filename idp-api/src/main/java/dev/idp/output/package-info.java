/** Directories that are filled with generated files, safely and as often as one likes. */
@NullMarked
package dev.idp.output;

import org.jspecify.annotations.NullMarked;
