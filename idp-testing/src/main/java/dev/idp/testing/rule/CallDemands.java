package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who may call whom. A call that is made on several ports is one here. */
final class CallDemands {

    private static final String REMOVE = "remove what refers to it";

    private CallDemands() {}

    static Demand<WorkloadPlan> call(String name) {
        return new Demand<>(
                "call " + name, Mention.nodes(name), (workload, environment) -> calls(name, workload, environment));
    }

    static Demand<WorkloadPlan> notCall(String name) {
        return new Demand<>("not call " + name, Mention.nodes(name), (workload, environment) -> {
            Outcome calls = calls(name, workload, environment);
            return new Outcome(!calls.met(), calls.remarks());
        });
    }

    private static Outcome calls(String name, WorkloadPlan workload, EnvironmentPlan environment) {
        List<Decision<?>> because = called(workload, environment).get(name);
        String path = path(workload) + "/calls/" + name;
        return because == null
                ? Outcome.unmet(List.of(new Remark(
                        path,
                        List.of(),
                        "it does not call " + name,
                        "refer to " + name + ", or say uses(" + name + ")")))
                : Outcome.met(List.of(new Remark(path, because, "it calls " + name, REMOVE)));
    }

    static Demand<WorkloadPlan> onlyCall(String... names) {
        return new Demand<>(
                names.length == 0 ? "call nothing" : "only call " + String.join(" and ", names),
                Mention.nodes(names),
                (workload, environment) -> only(
                        Set.copyOf(List.of(names)),
                        called(workload, environment),
                        other -> path(workload) + "/calls/" + other,
                        other -> "it calls " + other,
                        Remark.of(workload, "calls", "it calls nothing else")));
    }

    static Demand<WorkloadPlan> onlyBeCalledBy(String... names) {
        return new Demand<>(
                names.length == 0 ? "be called by nobody" : "only be called by " + String.join(" and ", names),
                Mention.nodes(names),
                (workload, environment) -> only(
                        Set.copyOf(List.of(names)),
                        byName(environment.graph().callsTo(workload.name()), Edge::from),
                        other -> path(workload) + "/called-by/" + other,
                        other -> other + " calls it",
                        Remark.of(workload, "called-by", "nobody else calls it")));
    }

    private static Outcome only(
            Set<String> allowed,
            Map<String, List<Decision<?>>> actual,
            Function<String, String> path,
            Function<String, String> message,
            Remark ifMet) {
        List<Remark> others = actual.entrySet().stream()
                .filter(other -> !allowed.contains(other.getKey()))
                .map(other ->
                        new Remark(path.apply(other.getKey()), other.getValue(), message.apply(other.getKey()), REMOVE))
                .toList();
        return others.isEmpty() ? Outcome.met(List.of(ifMet)) : Outcome.unmet(others);
    }

    private static Map<String, List<Decision<?>>> called(WorkloadPlan workload, EnvironmentPlan environment) {
        return byName(environment.graph().callsFrom(workload.name()), Edge::to);
    }

    static Map<String, List<Decision<?>>> byName(List<Edge> edges, Function<Edge, String> name) {
        return edges.stream()
                .collect(
                        Collectors.toMap(name, edge -> List.copyOf(edge.because()), CallDemands::joined, TreeMap::new));
    }

    private static List<Decision<?>> joined(List<Decision<?>> some, List<Decision<?>> more) {
        List<Decision<?>> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    static String path(WorkloadPlan workload) {
        return WorkloadPlan.path(workload.kind(), workload.name());
    }
}
