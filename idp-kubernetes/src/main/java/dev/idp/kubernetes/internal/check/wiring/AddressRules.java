package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on public addresses, which several teams and environments can want. */
final class AddressRules {

    private AddressRules() {}

    /** A host and a path, and how the path is matched. */
    private record Address(String host, String path, String match) {

        @Override
        public String toString() {
            return (host.isEmpty() ? "every host" : host) + path;
        }
    }

    static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forAll("address-taken")
                .because("of two that want one address, one gets no traffic, and which one is chance")
                .severity(Severity.ERROR)
                .fix("give one of them another host or another path")
                .link("https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules")
                .check((objects, found) -> check(objects, found)));
    }

    private static void check(ObjectSet objects, ManifestFindings found) {
        Map<Address, Field> taken = new LinkedHashMap<>();
        for (ManifestObject object : objects.objects()) {
            addresses(object).forEach((address, field) -> {
                Field first = taken.putIfAbsent(address, field);
                if (first != null && !first.object().equals(object)) {
                    found.add(
                            field, "it wants " + address + ", which " + first.object() + where(first, object) + " has");
                }
            });
        }
    }

    private static String where(Field first, ManifestObject object) {
        ManifestObject other = first.object();
        if (!other.environment().equals(object.environment())) {
            return " in " + other.environment();
        }
        return other.namespace().equals(object.namespace()) ? "" : " in namespace " + other.namespace();
    }

    private static Map<Address, Field> addresses(ManifestObject object) {
        if (object.is("networking.k8s.io", "Ingress")) {
            return ofIngress(object);
        }
        boolean isRoute = object.is("gateway.networking.k8s.io", "HTTPRoute")
                || object.is("gateway.networking.k8s.io", "GRPCRoute");
        return isRoute ? ofRoute(object) : Map.of();
    }

    private static Map<Address, Field> ofIngress(ManifestObject ingress) {
        Map<Address, Field> addresses = new LinkedHashMap<>();
        for (Field rule : ingress.at("spec", "rules").items()) {
            String host = rule.get("host").text().orElse("");
            for (Field path : rule.at("http", "paths").items()) {
                addresses.put(
                        new Address(
                                host,
                                path.get("path").text().orElse("/"),
                                path.get("pathType").text().orElse("")),
                        path);
            }
        }
        return addresses;
    }

    /** Headers, methods and parameters tell requests apart as well. */
    private static Map<Address, Field> ofRoute(ManifestObject route) {
        List<String> hosts = new ArrayList<>();
        route.at("spec", "hostnames").items().forEach(host -> host.text().ifPresent(hosts::add));
        if (hosts.isEmpty()) {
            hosts.add("");
        }
        Map<Address, Field> addresses = new LinkedHashMap<>();
        for (Field rule : route.at("spec", "rules").items()) {
            for (Field match : rule.get("matches").items()) {
                if (match.entries().keySet().equals(Set.of("path"))) {
                    String how = match.at("path", "type").text().orElse("PathPrefix");
                    String path = match.at("path", "value").text().orElse("/");
                    hosts.forEach(host -> addresses.put(new Address(host, path, how), match));
                }
            }
            if (rule.get("matches").items().isEmpty()) {
                hosts.forEach(host -> addresses.put(new Address(host, "/", route.kind()), rule));
            }
        }
        return addresses;
    }
}
