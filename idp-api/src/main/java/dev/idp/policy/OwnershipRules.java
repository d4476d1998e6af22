package dev.idp.policy;

import dev.idp.ExternalService;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules on who answers for what. */
final class OwnershipRules {

    private OwnershipRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(externalOwnerSet(), ownerSet(), resourceNotSharedAcrossTeams());
    }

    /** What a provisioner brought belongs to whoever provides the resource in that environment. */
    private static Rule<EnvironmentPlan> externalOwnerSet() {
        return Rules.forExternals("external-owner-set")
                .because("somebody must be asked before it is called more often, and told when it fails")
                .fix("add ownedBy(...) to the external service")
                .check((external, findings) -> {
                    if (external.get().owner().isEmpty() && !isResource(external.get(), findings.environment())) {
                        findings.add(external, "nobody is known to own it");
                    }
                });
    }

    private static boolean isResource(ExternalService external, EnvironmentPlan environment) {
        return environment.resources().stream()
                .anyMatch(resource -> resource.name().equals(external.name()));
    }

    private static Rule<EnvironmentPlan> ownerSet() {
        return Rules.forWorkloads("owner-set")
                .because("somebody must be called when it fails")
                .fix("add ownedBy(team)")
                .check((workload, findings) -> {
                    if (workload.owner().isEmpty()) {
                        findings.add(workload.decision(Settings.OWNER), "nobody owns it");
                    }
                });
    }

    private static Rule<EnvironmentPlan> resourceNotSharedAcrossTeams() {
        return Rules.forResources("resource-not-shared-across-teams")
                .because("two teams in one database cannot change it without each other")
                .fix("give each team its own, or say sharedBecause(...) of the resource")
                .link("https://microservices.io/patterns/data/database-per-service.html")
                .check((resource, findings) -> {
                    SortedMap<String, String> users = usersByTeam(resource, findings.environment());
                    if (users.size() > 1 && resource.sharedBecause().isBlank()) {
                        findings.add(
                                resource.provisioner(),
                                users.size() + " teams use it: "
                                        + users.entrySet().stream()
                                                .map(team -> team.getKey() + " by " + team.getValue())
                                                .collect(Collectors.joining(", ")));
                    }
                });
    }

    private static SortedMap<String, String> usersByTeam(ResourcePlan resource, EnvironmentPlan environment) {
        SortedMap<String, String> users = new TreeMap<>();
        for (String user : resource.users()) {
            environment
                    .findWorkload(user)
                    .flatMap(workload -> workload.owner())
                    .map(Team::name)
                    .ifPresent(team -> users.merge(team, user, (some, more) -> some + " and " + more));
        }
        return users;
    }
}
