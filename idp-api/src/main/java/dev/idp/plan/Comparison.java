package dev.idp.plan;

import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two plans of a platform decide differently: today's against a saved one, or against that of another version.
 *
 * <p>Only what is decided counts. Moving a line, or saying on another layer what held anyway, is no change.
 */
public final class Comparison {

    private final Plan after;
    private final List<Change> changes;
    private final List<Call> addedCalls;
    private final List<Call> removedCalls;

    private Comparison(Plan after, List<Change> changes, List<Call> addedCalls, List<Call> removedCalls) {
        this.after = after;
        this.changes = changes;
        this.addedCalls = addedCalls;
        this.removedCalls = removedCalls;
    }

    /**
     * A call in one environment.
     *
     * @param environment the environment's name
     * @param edge who calls whom
     */
    public record Call(String environment, Edge edge) {

        /** Returns for example {@code prod orders -> payments:http}. */
        @Override
        public String toString() {
            return environment + " " + edge;
        }
    }

    /**
     * Compares two plans.
     *
     * @param before the first
     * @param after the second
     * @return what is different
     */
    public static Comparison of(Plan before, Plan after) {
        Map<String, EnvironmentPlan> old = new HashMap<>();
        before.environments().forEach(environment -> old.put(environment.name(), environment));
        List<Change> changes = new ArrayList<>();
        List<Call> added = new ArrayList<>();
        List<Call> removed = new ArrayList<>();
        for (EnvironmentPlan environment : after.environments()) {
            Optional<EnvironmentPlan> known = Optional.ofNullable(old.remove(environment.name()));
            compare(environment.name(), known, Optional.of(environment), changes);
            added.addAll(onlyInFirst(Optional.of(environment), known));
            removed.addAll(onlyInFirst(known, Optional.of(environment)));
        }
        before.environments().stream()
                .filter(environment -> old.containsKey(environment.name()))
                .forEach(environment -> {
                    compare(environment.name(), Optional.of(environment), Optional.empty(), changes);
                    removed.addAll(onlyInFirst(Optional.of(environment), Optional.empty()));
                });
        return new Comparison(after, List.copyOf(changes), List.copyOf(added), List.copyOf(removed));
    }

    private static void compare(
            String environment,
            Optional<EnvironmentPlan> before,
            Optional<EnvironmentPlan> after,
            List<Change> changes) {
        SortedMap<String, Decision<?>> old = before.map(Comparison::decisions).orElseGet(TreeMap::new);
        SortedMap<String, Decision<?>> now = after.map(Comparison::decisions).orElseGet(TreeMap::new);
        NavigableSet<String> subjects = new TreeSet<>(old.keySet());
        subjects.addAll(now.keySet());
        for (String subject : subjects) {
            Change change = new Change(
                    environment, subject, Optional.ofNullable(old.get(subject)), Optional.ofNullable(now.get(subject)));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
    }

    private static SortedMap<String, Decision<?>> decisions(EnvironmentPlan environment) {
        List<Decision<?>> all = new ArrayList<>(environment.decisions().all());
        for (WorkloadPlan workload : environment.workloads()) {
            all.add(workload.identity());
            all.addAll(workload.decisions().all());
        }
        all.addAll(environment.externals());
        environment.resources().forEach(resource -> all.addAll(resource.decisions()));
        for (WorkloadPlan workload : environment.workloads()) {
            for (Start start : environment.graph().waitsFor(workload.name())) {
                String subject = WorkloadPlan.path(workload.kind(), workload.name()) + "/starts-after/" + start.to();
                all.add(Decision.of(subject, start.to(), source(start)));
            }
        }
        SortedMap<String, Decision<?>> present = new TreeMap<>();
        for (Decision<?> decision : all) {
            if (decision.isPresent()) {
                present.put(decision.subject(), decision);
            }
        }
        return present;
    }

    private static Source source(Start start) {
        return start.because().stream()
                .findFirst()
                .flatMap(Decision::winner)
                .map(claim -> claim.source())
                .orElse(Source.SAVED);
    }

    private static List<Call> onlyInFirst(Optional<EnvironmentPlan> first, Optional<EnvironmentPlan> second) {
        List<Edge> known =
                second.map(environment -> environment.graph().edges()).orElse(List.of());
        NavigableSet<Edge> only = new TreeSet<>(
                first.map(environment -> environment.graph().edges()).orElse(List.of()));
        known.forEach(only::remove);
        return only.stream()
                .map(edge -> new Call(first.orElseThrow().name(), edge))
                .toList();
    }

    /**
     * Tells whether the plans are the same.
     *
     * @return true if nothing is different
     */
    public boolean isEmpty() {
        return changes.isEmpty() && addedCalls.isEmpty() && removedCalls.isEmpty();
    }

    /**
     * Returns what is decided differently.
     *
     * @return environment by environment in the order of the second plan, then by subject
     */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Returns the calls that only the second plan has.
     *
     * @return environment by environment, then in the order of the graph
     */
    public List<Call> addedCalls() {
        return addedCalls;
    }

    /**
     * Returns the calls that only the first plan has.
     *
     * @return environment by environment, then in the order of the graph
     */
    public List<Call> removedCalls() {
        return removedCalls;
    }

    /**
     * Returns the services and jobs of an environment that are decided differently.
     *
     * @param environment the environment's name
     * @return their names, also of those that came or went
     */
    public NavigableSet<String> changedWorkloads(String environment) {
        NavigableSet<String> workloads = new TreeSet<>();
        changes.stream()
                .filter(change -> change.environment().equals(environment))
                .forEach(change -> change.workload().ifPresent(workloads::add));
        return workloads;
    }

    /**
     * Returns the services and jobs of an environment that may notice: those that are decided differently, and whoever
     * calls them or starts after them, directly or through others.
     *
     * @param environment the environment's name
     * @return their names
     */
    public NavigableSet<String> affectedWorkloads(String environment) {
        NavigableSet<String> affected = changedWorkloads(environment);
        after.environments().stream()
                .filter(plan -> plan.name().equals(environment))
                .forEach(plan -> List.copyOf(affected)
                        .forEach(workload -> affected.addAll(plan.graph().affectedBy(workload))));
        return affected;
    }

    /** Returns the changes, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(change).append('\n'));
        addedCalls.forEach(call -> text.append(call).append(" added\n"));
        removedCalls.forEach(call -> text.append(call).append(" removed\n"));
        return text.toString();
    }
}
