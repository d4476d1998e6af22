/** What others implement: backends, provisioners, extensions. */
@NullMarked
package dev.idp.spi;

import org.jspecify.annotations.NullMarked;
