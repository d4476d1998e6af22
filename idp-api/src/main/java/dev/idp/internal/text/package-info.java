/** Text that others show: on one line, as Markdown. */
@NullMarked
package dev.idp.internal.text;

import org.jspecify.annotations.NullMarked;
