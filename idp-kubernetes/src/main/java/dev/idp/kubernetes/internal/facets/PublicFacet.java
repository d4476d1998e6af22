package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressRuleValue;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The public addresses of a service. */
final class PublicFacet implements ServiceFacet {

    private static final String CERTIFIED = "the public entry names an issuer of certificates";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        List<Decision<Route>> routes =
                List.copyOf(service.entries(Settings.ROUTE).values());
        if (routes.isEmpty()) {
            return;
        }
        Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofWorkload(trace, "Ingress", service, environment);
        IngressSpec spec = new IngressSpec();
        spec.setIngressClassName(trace.value("/spec/ingressClassName", entry).name());
        Map<String, List<Decision<Route>>> byHost = new TreeMap<>();
        routes.forEach(route -> byHost.computeIfAbsent(route.get().host(), host -> new ArrayList<>())
                .add(route));
        spec.setRules(rules(trace, service, byHost));
        entry.get()
                .certificateIssuer()
                .ifPresentOrElse(
                        issuer -> {
                            trace.at("/metadata/annotations", Metadata.ISSUER).cite("", entry);
                            meta.getAnnotations().put(Metadata.ISSUER, issuer);
                            spec.setTls(Editable.list(tls(trace.at("/spec/tls/0"), service, byHost, entry)));
                        },
                        () -> trace.absent("/spec/tls", "the public entry names no issuer of certificates", entry));
        Ingress ingress = new Ingress();
        ingress.setMetadata(meta);
        ingress.setSpec(spec);
        output.add(ingress);
    }

    private static List<IngressRule> rules(
            Trace trace, ServicePlan service, Map<String, List<Decision<Route>>> byHost) {
        List<IngressRule> rules = new ArrayList<>();
        byHost.forEach((host, routes) -> {
            Trace at = trace.at("/spec/rules", rules.size());
            at.cite("/host", routes.toArray(Decision<?>[]::new));
            HTTPIngressRuleValue paths = new HTTPIngressRuleValue();
            for (Decision<Route> route : routes) {
                paths.getPaths().add(path(at.at("/http/paths", paths.getPaths().size()), service, route));
            }
            IngressRule rule = new IngressRule();
            rule.setHost(host);
            rule.setHttp(paths);
            rules.add(rule);
        });
        return rules;
    }

    private static HTTPIngressPath path(Trace trace, ServicePlan service, Decision<Route> route) {
        HTTPIngressPath path = new HTTPIngressPath();
        path.setPath(trace.value("/path", route).path());
        path.setPathType(trace.because("/pathType", "Prefix", "a service answers everything below its path"));
        trace.cite("/backend/service/port/name", route);
        path.setBackend(new IngressBackend(
                null,
                new IngressServiceBackend(
                        trace.value("/backend/service/name", service.identity()),
                        new ServiceBackendPort(route.get().port(), null))));
        return path;
    }

    private static IngressTLS tls(
            Trace trace, ServicePlan service, Map<String, List<Decision<Route>>> byHost, Decision<PublicEntry> entry) {
        List<String> hosts = new ArrayList<>();
        byHost.forEach((host, routes) -> {
            Trace at = trace.at("/hosts", hosts.size());
            at.cite("", routes.toArray(Decision<?>[]::new));
            at.rule("", CERTIFIED, entry);
            hosts.add(host);
        });
        trace.cite("/secretName", service.identity());
        trace.rule("/secretName", CERTIFIED, entry);
        return new IngressTLS(hosts, service.name() + "-tls");
    }
}
