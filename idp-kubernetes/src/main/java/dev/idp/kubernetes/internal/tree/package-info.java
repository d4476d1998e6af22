/** Objects as trees, whoever made them: from Java objects, and from files. */
@NullMarked
package dev.idp.kubernetes.internal.tree;

import org.jspecify.annotations.NullMarked;
