package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.internal.text.Closest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is in one environment, for whoever looks something up by name.
 *
 * @param environment the environment
 * @param workloads the services and jobs in it, in the order of their names
 * @param elsewhere the names of workloads that only other environments have
 * @param provisioning the resources in it
 * @param problems takes what is wrong
 */
record Here(
        Environment environment,
        Map<String, Decided> workloads,
        Set<String> elsewhere,
        Provisioning provisioning,
        Problems problems) {

    String name() {
        return environment.name();
    }

    boolean knows(String workload) {
        return workloads.containsKey(workload) || elsewhere.contains(workload);
    }

    /** A fix for a name that nothing has. */
    Optional<String> didYouMean(String name) {
        return Closest.to(name, workloads.keySet()).map(closest -> "did you mean '" + closest + "'?");
    }
}
