/** What applying costs, beside kubectl and beside what the server itself takes. */
@NullMarked
package dev.idp.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
