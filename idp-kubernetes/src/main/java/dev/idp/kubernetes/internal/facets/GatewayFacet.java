package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public addresses of a service, where a gateway serves them: one route for each host and protocol, since the rules of
 * a route hold for all its hosts.
 *
 * <p>A path to a gRPC port is matched as what it is on the wire, the path of an HTTP request, by an HTTPRoute.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API v1</a>
 */
final class GatewayFacet implements ServiceFacet {

    private static final String BELOW = "a service answers everything below its path";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
        Map<String, List<Decision<Route>>> byHost = Routes.byHost(service);
        if (byHost.isEmpty() || entry.get().kind() != PublicEntry.Kind.GATEWAY) {
            return;
        }
        for (boolean calls : new boolean[] {false, true}) {
            Map<String, List<Decision<Route>>> ofKind = new TreeMap<>();
            byHost.forEach((host, routes) -> {
                List<Decision<Route>> fitting = routes.stream()
                        .filter(route -> isForCalls(service, route) == calls)
                        .toList();
                if (!fitting.isEmpty()) {
                    ofKind.put(host, fitting);
                }
            });
            int number = 0;
            for (List<Decision<Route>> routes : ofKind.values()) {
                new OneHost(service, environment, routes, calls, ++number).render(output);
            }
        }
    }

    /** Calls of a whole service have no path of their own. */
    private static boolean isForCalls(ServicePlan service, Decision<Route> route) {
        return port(service, route).get().protocol() == Protocol.GRPC
                && route.get().path().equals("/");
    }

    private static Decision<Port> port(ServicePlan service, Decision<Route> route) {
        return service.decisions().decision(Settings.PORT, route.get().port());
    }

    /** The route of one host and protocol. */
    private record OneHost(
            ServicePlan service, EnvironmentPlan environment, List<Decision<Route>> routes, boolean calls, int number) {

        void render(Output output) {
            Trace trace = output.start();
            String kind = calls ? "GRPCRoute" : "HTTPRoute";
            ObjectMeta meta = Metadata.ofEntry(trace, kind, service, environment);
            String part = number == 1 ? "" : Integer.toString(number);
            if (number > 1) {
                // With a dot, which the name of no service has.
                meta.setName(service.name() + "." + part);
                trace.rule(
                        "/metadata/name",
                        "one route for each host, in their order",
                        routes.toArray(Decision<?>[]::new));
            }
            output.add(calls ? ofCalls(trace, meta) : ofRequests(trace, meta), part);
        }

        private HasMetadata ofRequests(Trace trace, ObjectMeta meta) {
            List<HTTPRouteRule> rules = new ArrayList<>();
            for (Decision<Route> route : routes) {
                Trace at = trace.at("/spec/rules", rules.size());
                HTTPRouteMatch match = new HTTPRouteMatch();
                match.setPath(new HTTPPathMatch(
                        at.because("/matches/0/path/type", "PathPrefix", BELOW),
                        at.value("/matches/0/path/value", route).path()));
                HTTPBackendRef backend = new HTTPBackendRef();
                backend.setName(backendName(at));
                backend.setPort(backendPort(at, route));
                HTTPRouteRule rule = new HTTPRouteRule();
                rule.setMatches(Editable.list(match));
                rule.setBackendRefs(Editable.list(backend));
                rules.add(rule);
            }
            HTTPRoute rendered = new HTTPRoute();
            rendered.setMetadata(meta);
            rendered.setSpec(new HTTPRouteSpec(hosts(trace), parents(trace), rules, null));
            return rendered;
        }

        private HasMetadata ofCalls(Trace trace, ObjectMeta meta) {
            List<GRPCRouteRule> rules = new ArrayList<>();
            for (Decision<Route> route : routes) {
                Trace at = trace.at("/spec/rules", rules.size());
                GRPCBackendRef backend = new GRPCBackendRef();
                backend.setName(backendName(at));
                backend.setPort(backendPort(at, route));
                GRPCRouteRule rule = new GRPCRouteRule();
                rule.setBackendRefs(Editable.list(backend));
                rules.add(rule);
            }
            GRPCRoute rendered = new GRPCRoute();
            rendered.setMetadata(meta);
            rendered.setSpec(new GRPCRouteSpec(hosts(trace), parents(trace), rules, null));
            return rendered;
        }

        private String backendName(Trace at) {
            return at.value("/backendRefs/0/name", service.identity());
        }

        private int backendPort(Trace at, Decision<Route> route) {
            Decision<Port> port = port(service, route);
            at.cite("/backendRefs/0/port", route, port);
            return port.get().reachedUnder();
        }

        private List<String> hosts(Trace trace) {
            trace.cite("/spec/hostnames", routes.toArray(Decision<?>[]::new));
            return Editable.list(routes.get(0).get().host());
        }

        private List<ParentReference> parents(Trace trace) {
            Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
            ParentReference parent = new ParentReference();
            parent.setName(trace.value("/spec/parentRefs/0/name", entry).name());
            parent.setNamespace(
                    trace.value("/spec/parentRefs/0/namespace", entry).space());
            return Editable.list(parent);
        }
    }
}
