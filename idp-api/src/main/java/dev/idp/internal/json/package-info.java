/** The JSON of plans. */
@NullMarked
package dev.idp.internal.json;

import org.jspecify.annotations.NullMarked;
