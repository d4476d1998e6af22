package dev.idp.benchmarks.process;

/** What differs between the environments. */
record Fabric8Environment(String name, int minReplicas, int maxReplicas) {}
