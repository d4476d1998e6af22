package dev.idp.spi;

import dev.idp.explain.Origin;

/**
 * A part that a platform or another part takes.
 *
 * @param part the part
 * @param origin the line that takes it
 */
public record Taken(Part part, Origin origin) {}
