/** Conditions on fields, each as Java tells it and as the Common Expression Language does, side by side. */
@NullMarked
package dev.idp.kubernetes.internal.condition;

import org.jspecify.annotations.NullMarked;
