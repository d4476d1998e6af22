package dev.idp.explain;

/**
 * A mandate that a decision is held to: a value that it must have, or a bound that it keeps.
 *
 * @param id the name by which a workload can waive it; empty if it cannot be waived
 * @param source who demands it
 */
public record Demand(String id, Source source) {}
