package dev.idp.kubernetes.internal.schema;

/**
 * A rule of a schema in the Common Expression Language, as {@code x-kubernetes-validations} holds them.
 *
 * @param rule the expression, true for what may be
 * @param message what to say of what may not; empty if nobody said
 * @param messageExpression an expression that makes the message; empty if there is none
 */
public record Expression(String rule, String message, String messageExpression) {}
