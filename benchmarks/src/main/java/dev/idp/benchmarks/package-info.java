/** What planning costs. */
@NullMarked
package dev.idp.benchmarks;

import org.jspecify.annotations.NullMarked;
