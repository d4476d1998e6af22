package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.Pod;

/**
 * What a container or a pod is sure to get, and the most that it gets.
 *
 * @param requests what it is sure to get
 * @param limits the most
 */
record Resources(Amounts requests, Amounts limits) {

    private static final Resources NONE = new Resources(Amounts.NONE, Amounts.NONE);

    /** A limit without a request is a request as well, before any range of the namespace is asked. */
    static Resources of(Container container, Ranges ranges) {
        return ranges.defaulted(said(container.at("resources")));
    }

    private static Resources said(Field resources) {
        Amounts limits = Amounts.of(resources.get("limits"));
        return new Resources(Amounts.of(resources.get("requests")).orElse(limits), limits);
    }

    /**
     * What counts of a pod: containers and sidecars together, or the one init container that needs more, with the sidecars
     * that run by then; what the pod says for itself comes first, and the overhead of its runtime last.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/">Sidecar Containers</a>
     */
    static Resources of(Pod pod, Ranges ranges) {
        Amounts overhead = Amounts.of(pod.spec().get("overhead"));
        Resources all = withoutOverhead(pod, ranges);
        return new Resources(all.requests.plus(overhead), all.limits.plus(all.limits.common(overhead)));
    }

    /** What ranges of pods are about. */
    static Resources withoutOverhead(Pod pod, Ranges ranges) {
        Field own = pod.spec().get("resources");
        Resources counted = ofContainers(pod, ranges);
        Amounts ownLimits = Amounts.of(own.get("limits"));
        return new Resources(
                Amounts.of(own.get("requests")).orElse(counted.requests).orElse(ownLimits),
                ownLimits.orElse(counted.limits));
    }

    private static Resources ofContainers(Pod pod, Ranges ranges) {
        Resources lasting = NONE;
        Resources sidecars = NONE;
        Resources starting = NONE;
        for (Container container : pod.containers()) {
            if (container.role() == Container.Role.EPHEMERAL) {
                continue;
            }
            Resources own = of(container, ranges);
            if (container.isLasting()) {
                lasting = lasting.plus(own);
            }
            if (container.isSidecar()) {
                sidecars = sidecars.plus(own);
            }
            if (container.role() == Container.Role.INIT) {
                starting = starting.max(container.isSidecar() ? sidecars : sidecars.plus(own));
            }
        }
        return lasting.max(starting);
    }

    private Resources plus(Resources other) {
        return new Resources(requests.plus(other.requests), limits.plus(other.limits));
    }

    private Resources max(Resources other) {
        return new Resources(requests.max(other.requests), limits.max(other.limits));
    }
}
