package dev.idp.plan;

import java.util.Locale;

/**
 * Something that stands in a graph, also if nobody calls it and it calls nobody.
 *
 * @param name its name
 * @param kind what it is
 */
public record Node(String name, Kind kind) implements Comparable<Node> {

    /** What can stand in a graph. */
    public enum Kind {
        /** Runs all the time. */
        SERVICE,
        /** Runs until it is complete. */
        JOB,
        /** Runs elsewhere, started by others. */
        EXTERNAL
    }

    /**
     * Returns the node of a workload.
     *
     * @param workload the workload
     * @return its name and kind
     */
    public static Node of(WorkloadPlan workload) {
        return new Node(
                workload.name(),
                switch (workload.kind()) {
                    case SERVICE -> Kind.SERVICE;
                    case JOB -> Kind.JOB;
                });
    }

    @Override
    public int compareTo(Node other) {
        int order = name.compareTo(other.name);
        return order != 0 ? order : kind.compareTo(other.kind);
    }

    /** Returns for example {@code job migrate}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
