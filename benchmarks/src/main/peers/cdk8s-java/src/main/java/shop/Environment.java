package shop;

record Environment(String name, int minReplicas, int maxReplicas) {}
