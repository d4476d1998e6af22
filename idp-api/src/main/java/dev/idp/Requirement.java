package dev.idp;

import dev.idp.explain.Origin;

/**
 * A mandate that bounds a value.
 *
 * @param <T> the value's type
 * @param id the name by which a workload can waive it; empty if it cannot be waived
 * @param setting what it is about
 * @param bound the demand
 * @param because why
 * @param origin the line
 */
public record Requirement<T>(String id, Setting<T> setting, Bound<T> bound, String because, Origin origin) {}
