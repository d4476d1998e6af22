package dev.idp;

/**
 * What is wrong with a value, and how to mend it.
 *
 * @param message the fault, as a clause that can follow a colon: {@code memory -5Mi is negative}
 * @param fix what to do, as a clause that can follow "fix"
 */
public record Flaw(String message, String fix) {}
