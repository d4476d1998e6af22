package dev.idp.plan;

import dev.idp.EnvironmentSettings;
import dev.idp.Quota;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A namespace of an environment, and what is in it.
 *
 * @param name its name, with everything that it is made of
 * @param workloads the workloads in it: services, then jobs, each in the order of their names
 */
public record NamespacePlan(Decision<String> name, List<WorkloadPlan> workloads) {

    /**
     * Returns the teams that own something here.
     *
     * @return in the order of their names, each as one of its workloads says it
     */
    public List<Decision<Team>> teams() {
        Map<String, Decision<Team>> teams = new TreeMap<>();
        for (WorkloadPlan workload : workloads) {
            Decision<Team> owner = workload.decision(Settings.OWNER);
            owner.value().ifPresent(team -> teams.putIfAbsent(team.name(), owner));
        }
        return new ArrayList<>(teams.values());
    }

    /**
     * Returns how much may be asked for here.
     *
     * @param environment the environment that the namespace is in
     * @return the quota of the only team, or else the one for each namespace, or empty
     */
    public Optional<Decision<Quota>> quota(EnvironmentPlan environment) {
        Map<String, Decision<Quota>> quotas = environment.decisions().entries(EnvironmentSettings.QUOTA);
        List<Decision<Team>> teams = teams();
        Optional<Decision<Quota>> own = teams.size() == 1
                ? Optional.ofNullable(quotas.get(teams.get(0).get().name()))
                : Optional.empty();
        return own.or(() -> Optional.ofNullable(quotas.get(EnvironmentSettings.EACH)));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name.get();
    }
}
