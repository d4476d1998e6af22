package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on the Services that Ingresses and routes of the Gateway API lead to. */
final class BackendRules {

    private static final String GATEWAY = "gateway.networking.k8s.io";

    private BackendRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(
                ManifestRules.forKind("ingress-backend", "networking.k8s.io", "Ingress")
                        .because("whoever comes through an Ingress without a Service gets an error")
                        .severity(Severity.ERROR)
                        .fix("name a Service of the namespace, and one of its ports")
                        .link("https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource")
                        .check((ingress, found) -> ingressBackends(ingress)
                                .forEach(backend -> service(
                                        backend.at("service", "name"),
                                        ingress.namespace(),
                                        port(
                                                backend.at("service", "port", "name"),
                                                backend.at("service", "port", "number")),
                                        found))),
                ManifestRules.forObjects("route-backend")
                        .because("whoever comes through a route without a Service gets an error")
                        .severity(Severity.ERROR)
                        .fix("name a Service of the namespace, and one of its ports")
                        .link("https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional")
                        .check((route, found) -> {
                            if (route.group().equals(GATEWAY) && route.kind().endsWith("Route")) {
                                route.at("spec", "rules").items().stream()
                                        .flatMap(rule -> rule.get("backendRefs").items().stream())
                                        .filter(BackendRules::isService)
                                        .forEach(backend -> service(
                                                backend.get("name"),
                                                backend.get("namespace").text().orElse(route.namespace()),
                                                port(backend.get("port"), backend.get("port")),
                                                found));
                            }
                        }));
    }

    private static List<Field> ingressBackends(ManifestObject ingress) {
        List<Field> backends = new ArrayList<>();
        backends.add(ingress.at("spec", "defaultBackend"));
        ingress.at("spec", "rules").items().stream()
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.get("backend"))
                .forEach(backends::add);
        return backends;
    }

    private static boolean isService(Field backend) {
        return backend.get("kind").text().orElse("Service").equals("Service")
                && backend.get("group").text().orElse("").isEmpty();
    }

    private static Field port(Field name, Field number) {
        return name.isPresent() ? name : number;
    }

    private static void service(Field name, String namespace, Field port, ManifestFindings found) {
        ManifestObject from = name.object();
        name.text().ifPresent(wanted -> {
            Optional<ManifestObject> service =
                    found.objects().find(from.environment(), namespace, "", "Service", wanted);
            if (service.isEmpty()) {
                found.add(name, "it leads to Service '" + wanted + "', which there is not");
            } else if (port.isPresent() && !has(service.get(), port)) {
                found.add(
                        port,
                        "it leads to port " + port.scalar().orElse("") + " of Service '" + wanted
                                + "', which has no such port");
            }
        });
    }

    private static boolean has(ManifestObject service, Field wanted) {
        // What stands outside has no ports of its own.
        return service.at("spec", "ports").items().isEmpty()
                || service.at("spec", "ports").items().stream()
                        .anyMatch(port -> port.get(wanted.number().isPresent() ? "port" : "name")
                                .scalar()
                                .equals(wanted.scalar()));
    }
}
