package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which environments are compared.
 *
 * @param here the name of the one that the rule is about
 * @param there the name of the one that it is compared with
 * @param exceptions the names of what is left out
 */
record EnvironmentPair(String here, String there, Set<String> exceptions) {

    EnvironmentPair {
        if (here.equals(there)) {
            throw new IllegalArgumentException("environment '" + here + "' cannot be compared with itself");
        }
    }

    EnvironmentPair exceptFor(String... names) {
        Set<String> all = new TreeSet<>(exceptions);
        all.addAll(List.of(names));
        return new EnvironmentPair(here, there, all);
    }

    boolean isAbout(String name) {
        return !exceptions.contains(name);
    }

    /** The exceptions that there is nothing for: a mistyped name would go unseen. */
    List<String> needless(EnvironmentPlan mine, EnvironmentPlan other) {
        return exceptions.stream()
                .filter(name -> Stream.of(mine, other).noneMatch(environment -> isIn(environment, name)))
                .toList();
    }

    private static boolean isIn(EnvironmentPlan environment, String name) {
        return environment.findWorkload(name).isPresent()
                || environment.findExternal(name).isPresent()
                || environment.findResource(name).isPresent();
    }

    /** The workloads of one environment, those left out that the rule is not about. */
    List<WorkloadPlan> workloads(EnvironmentPlan environment) {
        return environment.workloads().stream()
                .filter(workload -> isAbout(workload.name()))
                .toList();
    }

    /** The workloads that are in both. */
    List<WorkloadPair> pairs(EnvironmentPlan mine, EnvironmentPlan other) {
        List<WorkloadPair> pairs = new ArrayList<>();
        for (WorkloadPlan workload : workloads(mine)) {
            other.findWorkload(workload.name())
                    .filter(candidate -> candidate.kind() == workload.kind())
                    .ifPresent(same -> pairs.add(new WorkloadPair(workload, mine, same, other)));
        }
        return pairs;
    }

    /** What is in one of them alone. */
    List<Deviation> alone(EnvironmentPlan mine, EnvironmentPlan other) {
        List<Deviation> alone = new ArrayList<>();
        workloads(mine).stream()
                .filter(workload -> isMissing(workload, other))
                .map(workload -> alone(workload, mine, List.of(workload.identity()), List.of()))
                .forEach(alone::add);
        workloads(other).stream()
                .filter(workload -> isMissing(workload, mine))
                .map(workload -> alone(workload, other, List.of(), List.of(workload.identity())))
                .forEach(alone::add);
        return alone;
    }

    private static boolean isMissing(WorkloadPlan workload, EnvironmentPlan environment) {
        return environment
                .findWorkload(workload.name())
                .filter(same -> same.kind() == workload.kind())
                .isEmpty();
    }

    private static Deviation alone(
            WorkloadPlan workload, EnvironmentPlan environment, List<Decision<?>> mine, List<Decision<?>> others) {
        return new Deviation(
                workload.name(),
                CallDemands.path(workload),
                mine,
                others,
                "it is in " + environment.name() + " alone",
                "say exceptFor(\"" + workload.name() + "\") if it is meant to be");
    }

    /** Returns for example {@code except for loadgenerator}, after a blank. */
    String exceptionText() {
        return exceptions.isEmpty() ? "" : " except for " + String.join(" and ", exceptions);
    }
}
