/** What rendering is made of: facets, the trace of what they write, and where they write it. */
@NullMarked
package dev.idp.kubernetes.internal.render;

import org.jspecify.annotations.NullMarked;
