package dev.idp.benchmarks.process;

/**
 * What one process took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of all cores, of its children too; not a number where it is not known
 * @param peak megabytes of it and its children at one time; not a number where it is not known
 */
record Measured(double wall, double cpu, double peak) {}
