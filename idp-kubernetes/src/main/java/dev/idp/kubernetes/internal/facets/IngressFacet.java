package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.PublicEntry;
import dev.idp.Route;
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

/** The public addresses of a service, where a proxy serves them. */
final class IngressFacet implements ServiceFacet {

    private static final String CERTIFIED = "the public entry names an issuer of certificates";
    private static final String GIVEN = "the public entry names the secret of a certificate";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
        Map<String, List<Decision<Route>>> byHost = Routes.byHost(service);
        if (byHost.isEmpty() || entry.get().kind() != PublicEntry.Kind.INGRESS) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofEntry(trace, "Ingress", service, environment);
        IngressSpec spec = new IngressSpec();
        spec.setIngressClassName(trace.value("/spec/ingressClassName", entry).name());
        spec.setRules(rules(trace, service, byHost));
        if (entry.get().certificateIssuer().isPresent()) {
            trace.at("/metadata/annotations", Metadata.ISSUER).cite("", entry);
            meta.getAnnotations()
                    .put(Metadata.ISSUER, entry.get().certificateIssuer().get());
            trace.cite("/spec/tls/0/secretName", service.identity());
            trace.rule("/spec/tls/0/secretName", CERTIFIED, entry);
            spec.setTls(Editable.list(tls(trace, byHost, entry, CERTIFIED, service.name() + "-tls")));
        } else if (entry.get().certificateSecret().isPresent()) {
            trace.cite("/spec/tls/0/secretName", entry);
            spec.setTls(Editable.list(tls(
                    trace, byHost, entry, GIVEN, entry.get().certificateSecret().get())));
        } else {
            trace.absent("/spec/tls", "the public entry names no issuer of certificates", entry);
        }
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
            Trace trace,
            Map<String, List<Decision<Route>>> byHost,
            Decision<PublicEntry> entry,
            String why,
            String secret) {
        List<String> hosts = new ArrayList<>();
        byHost.forEach((host, routes) -> {
            Trace at = trace.at("/spec/tls/0/hosts", hosts.size());
            at.cite("", routes.toArray(Decision<?>[]::new));
            at.rule("", why, entry);
            hosts.add(host);
        });
        return new IngressTLS(hosts, secret);
    }
}
