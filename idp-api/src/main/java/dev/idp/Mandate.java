package dev.idp;

/**
 * A mandate that fixes a value.
 *
 * @param <T> the value's type
 * @param id the name by which a workload can waive it; empty if it cannot be waived
 * @param statement the value
 */
public record Mandate<T>(String id, Statement<T> statement) {}
