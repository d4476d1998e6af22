package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Cause;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that may be why a workload is not ready.
 *
 * @param rank how telling it is
 * @param since when the object was made of which it is said: what is newer is more likely of the present revision
 * @param cause what is to be said
 */
record Candidate(Rank rank, Instant since, Cause cause) {

    /** The most telling first, of those of the newest object, and then by name: the answer depends on no order. */
    static final Comparator<Candidate> MOST_TELLING_FIRST = Comparator.comparing(Candidate::rank)
            .thenComparing(Candidate::since, Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.cause().where())
            .thenComparing(candidate -> candidate.cause().what());

    /** The most telling first. */
    enum Rank {
        /** A container cannot start, or has ended badly. */
        CONTAINER,
        /** No node takes a pod. */
        SCHEDULING,
        /** A node cannot set a pod up. */
        SETUP,
        /** A pod was ended from outside. */
        ENDED,
        /** A container runs, and a probe of it fails. */
        PROBE,
        /** Pods are not created. */
        CREATION,
        /** What the workload says of itself, or what was said of it. */
        WORKLOAD,
        /** A pod is on its way. */
        WAITING
    }
}
