package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;

/**
 * A field that does not keep to its schema.
 *
 * @param concern what is wrong
 * @param field where
 * @param message what was found, in one clause
 * @param fix what to do, in one clause
 */
public record Violation(Concern concern, Field field, String message, String fix) {}
