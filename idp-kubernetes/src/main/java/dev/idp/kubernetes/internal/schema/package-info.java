/** What schemas say of objects, wherever they come from, and whether objects keep to them. */
@NullMarked
package dev.idp.kubernetes.internal.schema;

import org.jspecify.annotations.NullMarked;
