package dev.idp.testing.rule;

import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Public addresses of two environments, whose hosts are never the same. */
final class Routes {

    private Routes() {}

    /** Those of the one for which the other has none: of the same words if possible, else of the same path and port. */
    static List<Decision<Route>> beyond(WorkloadPlan one, WorkloadPlan other) {
        SortedMap<String, Decision<Route>> mine = one.entries(Settings.ROUTE);
        SortedMap<String, Decision<Route>> others = other.entries(Settings.ROUTE);
        List<Route> left = new ArrayList<>();
        others.forEach((entry, route) -> {
            if (!isSame(mine.get(entry), route)) {
                left.add(route.get());
            }
        });
        List<Decision<Route>> beyond = new ArrayList<>();
        mine.forEach((entry, route) -> {
            if (!isSame(others.get(entry), route) && !takeLike(route.get(), left)) {
                beyond.add(route);
            }
        });
        return beyond;
    }

    private static boolean isSame(@Nullable Decision<Route> one, Decision<Route> other) {
        return one != null && isLike(one.get(), other.get());
    }

    private static boolean takeLike(Route route, List<Route> left) {
        return left.stream()
                .filter(candidate -> isLike(candidate, route))
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    private static boolean isLike(Route one, Route other) {
        return one.path().equals(other.path()) && one.port().equals(other.port());
    }
}
