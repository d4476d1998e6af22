package dev.idp;

/** Who shares a namespace, which is where names are known, quotas hold and teams have rights. */
public enum Namespaces {
    /** Everything in an environment shares one. */
    PER_ENVIRONMENT,
    /**
     * The workloads of one team share one, called after the environment's and the team. What belongs to no team is in the
     * environment's own, and so is a resource that several teams use.
     */
    PER_TEAM,
    /**
     * Each workload has its own, called after the environment's and the workload. A job for which one workload alone waits,
     * such as its migration, is with that workload; a resource is with its only user.
     */
    PER_WORKLOAD;

    static final JsonForm<Namespaces> JSON = JsonForm.ofEnum(Namespaces.class);
}
