package dev.idp.kubernetes.internal.schema;

/**
 * A rule of a schema in the Common Expression Language, as {@code x-kubernetes-validations} holds them.
 *
 * @param rule the expression, true for what may be
 * @param message what to say of what may not; empty for the rule itself
 */
public record Expression(String rule, String message) {}
