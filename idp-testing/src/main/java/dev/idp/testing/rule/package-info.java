/** Rules that read as sentences, relations between environments, and a store for what is tolerated for now. */
@NullMarked
package dev.idp.testing.rule;

import org.jspecify.annotations.NullMarked;
