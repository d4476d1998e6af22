package dev.idp.kubernetes.internal.facets;

import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The public addresses of a service in the order in which objects show them. */
final class Routes {

    private Routes() {}

    static Map<String, List<Decision<Route>>> byHost(ServicePlan service) {
        Map<String, List<Decision<Route>>> byHost = new TreeMap<>();
        service.entries(Settings.ROUTE).values().forEach(route -> byHost.computeIfAbsent(
                        route.get().host(), host -> new ArrayList<>(1))
                .add(route));
        return byHost;
    }
}
