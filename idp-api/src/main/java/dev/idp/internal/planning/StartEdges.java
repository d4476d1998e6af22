package dev.idp.internal.planning;

import dev.idp.Job;
import dev.idp.JobRef;
import dev.idp.Resource;
import dev.idp.ServiceRef;
import dev.idp.Settings;
import dev.idp.Startable;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.internal.text.Closest;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Problem;
import dev.idp.plan.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out what of one environment starts after what, and refuses a circle of it. */
final class StartEdges {

    private final Here here;
    private final SortedMap<Start, List<Decision<?>>> starts = new TreeMap<>();

    StartEdges(Here here) {
        this.here = here;
    }

    void add(Decided workload) {
        workload.entries(Settings.STARTS_AFTER).forEach((name, said) -> add(workload, said.get(), said));
        for (Map.Entry<String, Decision<Job>> migration :
                workload.entries(Settings.MIGRATION).entrySet()) {
            if (here.workloads().containsKey(migration.getKey())) {
                add(workload, migration.getKey(), migration.getValue());
            }
        }
    }

    Graph complete(List<Node> nodes, List<Edge> calls) {
        Graph graph = new Graph(
                nodes,
                calls,
                starts.entrySet().stream()
                        .map(start ->
                                new Start(start.getKey().from(), start.getKey().to(), List.copyOf(start.getValue())))
                        .toList());
        graph.startCycles().forEach(this::report);
        return graph;
    }

    private void add(Decided workload, Startable first, Decision<?> said) {
        if (first instanceof Resource resource) {
            here.provisioning().services(resource).forEach(service -> add(workload, service, said));
        } else if (first instanceof JobRef) {
            addKind(workload, first.name(), WorkloadKind.JOB, said);
        } else if (first instanceof ServiceRef) {
            addKind(workload, first.name(), WorkloadKind.SERVICE, said);
        } else {
            here.problems()
                    .add(wrong(
                                    workload,
                                    "it cannot start after a "
                                            + first.getClass().getSimpleName(),
                                    said)
                            .fix("name a service, a job or a resource"));
        }
    }

    private void addKind(Decided workload, String name, WorkloadKind kind, Decision<?> said) {
        Decided first = here.workloads().get(name);
        if (first != null && first.kind() == kind) {
            add(workload, name, said);
        } else if (first == null && here.elsewhere().contains(name)) {
            here.problems()
                    .add(wrong(
                                    workload,
                                    "it starts after " + kind.singular() + " '" + name + "', which is not in "
                                            + here.name(),
                                    said)
                            .fix("let it run there, or say this only where it does"));
        } else {
            here.problems()
                    .add(wrong(
                                    workload,
                                    "it starts after " + kind.singular() + " '" + name + "', which there is not",
                                    said)
                            .fix(Closest.to(name, here.workloads().keySet())
                                    .map(closest -> first != null
                                            ? "it is one of the " + first.kind() + ": refer to it as such"
                                            : "did you mean '" + closest + "'?")
                                    .orElse("add it to the platform")));
        }
    }

    private void add(Decided workload, String first, Decision<?> said) {
        starts.computeIfAbsent(new Start(workload.name(), first, List.of()), key -> new ArrayList<>(1))
                .add(said);
    }

    private void report(List<Start> cycle) {
        String names = cycle.stream().map(Start::from).collect(Collectors.joining(" after "));
        Problem.Builder problem = Problem.of(
                cycle.get(0).from(),
                here.name(),
                "nothing can start first: " + names + " after " + cycle.get(0).from());
        cycle.forEach(start -> problem.cite(
                start.from() + " after " + start.to(), start.because().get(0).source()));
        here.problems().add(problem.fix("remove one of the lines; whoever only calls another need not wait for it"));
    }

    private Problem.Builder wrong(Decided workload, String message, Decision<?> said) {
        return Problem.of(workload.name(), here.name(), message).cite("said", said.source());
    }
}
