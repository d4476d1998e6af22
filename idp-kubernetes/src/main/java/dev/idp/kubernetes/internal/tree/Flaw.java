package dev.idp.kubernetes.internal.tree;

/**
 * What is wrong with a text.
 *
 * @param line where, from 1; 0 if that is not known
 * @param message what is wrong, in one clause
 * @param fix what to do, in one clause
 */
public record Flaw(int line, String message, String fix) {}
