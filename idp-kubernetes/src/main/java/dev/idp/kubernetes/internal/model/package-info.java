/**
 * Writes the objects of Fabric8's model as YAML.
 *
 * <p>Jackson does the same from the annotations of the classes, but looks at each class by reflection first, which takes more
 * of a new process than all that it then writes. So there is a method for each class of the kinds that this library makes,
 * written when the module is built, by {@code src/build/java/ModelWriters.java}, from what Jackson knows of the class. What
 * has no such method is left to Jackson itself.
 */
@NullMarked
package dev.idp.kubernetes.internal.model;

import org.jspecify.annotations.NullMarked;
