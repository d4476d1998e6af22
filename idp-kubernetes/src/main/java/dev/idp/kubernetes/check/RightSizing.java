package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.capacity.Sizing;
import java.util.List;

/**
 * What containers should ask for, by what they used.
 *
 * <ul>
 *   <li>The request of processor time is what was enough in 95 of 100 samples, rounded up to 10m. Beyond it, a container takes
 *       what its neighbours leave, and is slower for a while where they leave nothing; asking for its peak would keep that
 *       much from all others all the time. A limit is left as it is, unless it would be below the request.
 *   <li>Request and limit of memory are both the peak and 20 % more, rounded up to 16Mi. Memory cannot be taken back but by
 *       ending the container, so that less than the peak ends it, and a limit above the request ends others.
 *   <li>Of fewer than 100 samples, or of less than a day, a proposal is a weak one: a day has hours that others have not.
 * </ul>
 *
 * <p>All pods of a workload count alike. Pods are known by the names that Kubernetes gives them. Init containers are left out,
 * since they are seldom seen running when somebody looks.
 */
public final class RightSizing {

    private RightSizing() {}

    /**
     * Proposes what to change.
     *
     * @param objects the objects of the environment that was recorded, and of no other one
     * @param usage what was recorded
     * @return a proposal for each resource of a container that was recorded and asks for something else, in the order of the
     *     objects
     */
    public static List<Proposal> propose(ObjectSet objects, Usage usage) {
        return Sizing.propose(objects, usage.records());
    }
}
