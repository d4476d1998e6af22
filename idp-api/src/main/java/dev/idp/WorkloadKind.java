package dev.idp;

/** What a workload is for, which decides what can be said about it. */
public enum WorkloadKind {
    /** Runs until it is taken away, and answers requests or watches something. */
    SERVICE,
    /** Runs until its work is done, once or by a schedule. */
    JOB;

    /**
     * Returns the word for one of them.
     *
     * @return {@code service} or {@code job}
     */
    public String singular() {
        return this == SERVICE ? "service" : "job";
    }

    /** Returns the word for several of them. */
    @Override
    public String toString() {
        return this == SERVICE ? "services" : "jobs";
    }
}
