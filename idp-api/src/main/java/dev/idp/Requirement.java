package dev.idp;

import dev.idp.explain.Origin;

/**
 * A mandate that bounds a value.
 *
 * @param <T> the value's type
 * @param setting what it is about
 * @param bound the demand
 * @param because why
 * @param origin the line
 */
public record Requirement<T>(Setting<T> setting, Bound<T> bound, String because, Origin origin) {}
