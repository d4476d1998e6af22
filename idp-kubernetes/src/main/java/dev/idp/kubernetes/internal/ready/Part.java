package dev.idp.kubernetes.internal.ready;

/** In what judging differs from kstatus; what each means is said where users ask for it. */
public enum Part {
    /** Jobs end. */
    COMPLETED_JOBS,
    /** Load balancers and gateways have addresses. */
    ADDRESSES,
    /** Pods that fail are failures. */
    FAILED_PODS,
    /** Claims that nobody works on are not waited for. */
    UNCLAIMED_VOLUMES,
    /** APIs of others answer. */
    SERVED_APIS,
    /** Pods that only people replace need not be new, but ready. */
    PODS_REPLACED_BY_HAND,
    /** Conditions are of the present generation. */
    FRESH_CONDITIONS
}
