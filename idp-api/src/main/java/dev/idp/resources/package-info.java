/**
 * What services usually need: databases, queues, buckets, volumes, names.
 *
 * <p>Each type is a record whose methods are references to its outputs, with provisioners for what exists already and,
 * where one image is enough, for what runs beside the services. All of it is written with nothing but the public API:
 * a type of one's own is written just so.
 */
@NullMarked
package dev.idp.resources;

import org.jspecify.annotations.NullMarked;
