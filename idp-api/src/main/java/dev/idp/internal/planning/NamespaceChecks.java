package dev.idp.internal.planning;

import dev.idp.EnvironmentSettings;
import dev.idp.Names;
import dev.idp.Namespaces;
import dev.idp.Quota;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.internal.text.Closest;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import java.util.Map;
import java.util.TreeMap;

/** What can be wrong with teams and with the namespaces that they get. */
final class NamespaceChecks {

    private final EnvironmentPlan environment;
    private final Problems problems;
    private final Map<String, Decision<Team>> teams = new TreeMap<>();

    private NamespaceChecks(EnvironmentPlan environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    static void check(EnvironmentPlan environment, Problems problems) {
        NamespaceChecks checks = new NamespaceChecks(environment, problems);
        environment.workloads().forEach(checks::team);
        environment.namespaces().stream().skip(1).forEach(checks::name);
        environment.decisions().entries(EnvironmentSettings.QUOTA).forEach(checks::quota);
    }

    /** Of two descriptions of one team, nobody could tell which one holds. */
    private void team(WorkloadPlan workload) {
        Decision<Team> owner = workload.decision(Settings.OWNER);
        owner.value().ifPresent(team -> {
            Decision<Team> known = teams.putIfAbsent(team.name(), owner);
            if (known != null && !known.get().equals(team)) {
                problems.add(Problem.of(
                                "team " + team.name(),
                                environment.name(),
                                "two teams that differ have the name '" + team.name() + "'")
                        .cite("first", known.source())
                        .cite("second", owner.source())
                        .fix("declare the team once, and name it everywhere"));
            }
        });
    }

    /** The environment's own is checked where it is decided. */
    private void name(NamespacePlan namespace) {
        Names.flawOfLabel(namespace.name().get(), "a namespace").ifPresent(flaw -> {
            // A team or workload whose name is no label is reported itself.
            boolean isTooLong = namespace.name().get().length() > 63;
            if (isTooLong && Names.flawOfLabel(environment.namespace(), "").isEmpty()) {
                problems.add(Problem.of("environment " + environment.name(), environment.name(), flaw.message())
                        .cite(
                                "said",
                                environment
                                        .decision(EnvironmentSettings.NAMESPACES)
                                        .source()
                                        .origin())
                        .fix("say a shorter beginning with namespace(...)"));
            }
        });
    }

    private void quota(String team, Decision<Quota> quota) {
        if (team.equals(EnvironmentSettings.EACH)) {
            return;
        }
        Namespaces namespaces =
                environment.decision(EnvironmentSettings.NAMESPACES).value().orElse(Namespaces.PER_ENVIRONMENT);
        if (namespaces == Namespaces.PER_ENVIRONMENT) {
            problems.add(
                    problem("a quota of team '" + team + "' alone needs a namespace that is the team's alone", quota)
                            .fix("add namespaces(PER_TEAM), or say one quota for all"));
        } else if (!teams.containsKey(team)) {
            problems.add(problem("there is a quota of team '" + team + "', which owns nothing here", quota)
                    .fix(Closest.to(team, teams.keySet())
                            .map(closest -> "did you mean '" + closest + "'?")
                            .orElse("remove it")));
        }
    }

    private Problem.Builder problem(String message, Decision<?> said) {
        return Problem.of("environment " + environment.name(), environment.name(), message)
                .cite("said", said.source().origin());
    }
}
