package dev.idp.kubernetes.internal.capacity;

import java.util.List;

/**
 * What one container used of one resource.
 *
 * @param namespace the namespace
 * @param owner a workload or a pod
 * @param isPod whether the owner is a pod
 * @param container the container
 * @param resource {@code cpu} or {@code memory}
 * @param samples how much it was, and when
 */
public record UsageRecord(
        String namespace, String owner, boolean isPod, String container, String resource, List<Sample> samples) {

    /** The resource that is measured in cores. */
    public static final String CPU = "cpu";

    /** The resource that is measured in octets. */
    public static final String MEMORY = "memory";

    /**
     * How much it was at a time.
     *
     * @param second the time, in seconds since 1970
     * @param amount how much
     */
    public record Sample(double second, double amount) {}
}
