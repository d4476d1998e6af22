/** What came out last time, kept beside the tests, and compared by meaning. */
@NullMarked
package dev.idp.testing.snapshot;

import org.jspecify.annotations.NullMarked;
