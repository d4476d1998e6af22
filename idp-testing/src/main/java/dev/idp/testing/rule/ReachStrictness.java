package dev.idp.testing.rule;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Map;

/** Whom and what a workload reaches, and who reaches it. */
final class ReachStrictness {

    private ReachStrictness() {}

    static Strictness permissions() {
        return pair -> pair.mine().entries(Settings.PERMISSION).values().stream()
                .filter(mine -> pair.other().entries(Settings.PERMISSION).values().stream()
                        .noneMatch(other -> other.get().covers(mine.get())))
                .map(mine -> pair.deviation(
                        mine,
                        pair.other()
                                .decisions()
                                .decision(Settings.PERMISSION, mine.get().subject()),
                        "it may " + mine.get() + ", not so in " + pair.there().name(),
                        ""))
                .toList();
    }

    static Strictness routes() {
        return pair -> Routes.beyond(pair.mine(), pair.other()).stream()
                .map(route -> pair.deviation(
                        route,
                        pair.other().decision(Settings.ROUTE),
                        "it is public at " + route.get() + ", not so in "
                                + pair.there().name() + " at whatever host",
                        ""))
                .toList();
    }

    static Strictness callers(EnvironmentPair environments) {
        return pair -> {
            Map<String, List<Decision<?>>> others = callers(pair.other().name(), pair.there());
            return callers(pair.mine().name(), pair.here()).entrySet().stream()
                    .filter(caller -> environments.isAbout(caller.getKey()) && !others.containsKey(caller.getKey()))
                    .map(caller -> pair.deviation(
                            "called-by/" + caller.getKey(),
                            caller.getValue(),
                            List.of(),
                            caller.getKey() + " calls it, not so in "
                                    + pair.there().name(),
                            ""))
                    .toList();
        };
    }

    private static Map<String, List<Decision<?>>> callers(String name, EnvironmentPlan environment) {
        return CallDemands.byName(environment.graph().callsTo(name), Edge::from);
    }
}
