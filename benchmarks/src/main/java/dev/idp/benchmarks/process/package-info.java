/** What a whole process costs, beside those of other tools that make the same objects. */
@NullMarked
package dev.idp.benchmarks.process;

import org.jspecify.annotations.NullMarked;
