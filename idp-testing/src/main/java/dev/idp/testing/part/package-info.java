/** What a part demands of those who take it, as tests that they run again. */
@NullMarked
package dev.idp.testing.part;

import org.jspecify.annotations.NullMarked;
