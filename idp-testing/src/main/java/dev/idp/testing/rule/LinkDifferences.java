package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom a workload calls and waits for in one of two environments alone, though it may not. */
record LinkDifferences(WorkloadPair pair, EnvironmentPair environments, Allowed allowed) {

    List<Deviation> all() {
        List<Deviation> found = new ArrayList<>();
        found.addAll(differing("calls", Settings.USES, calls(pair.here()), calls(pair.there())));
        found.addAll(differing("starts after", Settings.STARTS_AFTER, starts(pair.here()), starts(pair.there())));
        return found;
    }

    private Map<String, List<Decision<?>>> calls(EnvironmentPlan environment) {
        return CallDemands.byName(environment.graph().callsFrom(pair.mine().name()), Edge::to);
    }

    private Map<String, List<Decision<?>>> starts(EnvironmentPlan environment) {
        Map<String, List<Decision<?>>> starts = new TreeMap<>();
        for (Start start : environment.graph().waitsFor(pair.mine().name())) {
            starts.put(start.to(), start.because());
        }
        return starts;
    }

    private List<Deviation> differing(
            String verb,
            Setting<?> setting,
            Map<String, List<Decision<?>>> mine,
            Map<String, List<Decision<?>>> others) {
        if (allowed.allows(setting, "")) {
            return List.of();
        }
        String path = verb.replace(' ', '-') + "/";
        return Stream.concat(
                        counted(mine, others)
                                .map(link -> pair.deviation(
                                        path + link.getKey(),
                                        link.getValue(),
                                        List.of(),
                                        "it " + verb + " " + link.getKey() + ", not so in "
                                                + pair.there().name(),
                                        "")),
                        counted(others, mine)
                                .map(link -> pair.deviation(
                                        path + link.getKey(),
                                        List.of(),
                                        link.getValue(),
                                        "in " + pair.there().name() + " alone it " + verb + " " + link.getKey(),
                                        "")))
                .toList();
    }

    private Stream<Map.Entry<String, List<Decision<?>>>> counted(
            Map<String, List<Decision<?>>> some, Map<String, List<Decision<?>>> others) {
        return some.entrySet().stream()
                .filter(link -> !others.containsKey(link.getKey()) && environments.isAbout(link.getKey()))
                .filter(link ->
                        link.getValue().isEmpty() || !link.getValue().stream().allMatch(allowed::allows));
    }
}
