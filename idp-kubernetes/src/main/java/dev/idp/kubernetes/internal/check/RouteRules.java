package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Optional;

/** Routes of the Gateway API that answer where nothing is encrypted, as far as their Gateway is known. */
final class RouteRules {

    private static final String GROUP = "gateway.networking.k8s.io";

    private RouteRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forObjects("route-tls")
                .because("what is sent must not be read or changed on the way")
                .fix("name the section of a listener with TLS, and let another route redirect to it")
                .link("https://gateway-api.sigs.k8s.io/guides/tls/")
                .check((object, found) -> {
                    if ((object.is(GROUP, "HTTPRoute") || object.is(GROUP, "GRPCRoute")) && !isRedirect(object)) {
                        object.at("spec", "parentRefs").items().forEach(parent -> parent(object, parent, found));
                    }
                }));
    }

    private static void parent(ManifestObject route, Field parent, ManifestFindings found) {
        gateway(route, parent, found.objects())
                .flatMap(gateway -> gateway.at("spec", "listeners").items().stream()
                        .filter(listener -> isAttached(parent, listener) && serves(listener, route))
                        .filter(listener -> listener.get("protocol")
                                .text()
                                .filter("HTTP"::equals)
                                .isPresent())
                        .findFirst())
                .ifPresent(listener -> found.add(
                        parent,
                        "it is reached without TLS, at listener '"
                                + listener.get("name").text().orElse("") + "' of "
                                + listener.object().reference()));
    }

    private static Optional<ManifestObject> gateway(ManifestObject route, Field parent, ObjectSet objects) {
        String kind = parent.get("kind").text().orElse("Gateway");
        String group = parent.get("group").text().orElse(GROUP);
        return kind.equals("Gateway") && group.equals(GROUP)
                ? objects.find(
                        route.environment(),
                        parent.get("namespace").text().orElse(route.namespace()),
                        GROUP,
                        "Gateway",
                        parent.get("name").text().orElse(""))
                : Optional.empty();
    }

    private static boolean isAttached(Field parent, Field listener) {
        return isAnyOrSame(parent.get("sectionName"), listener.get("name"))
                && isAnyOrSame(parent.get("port"), listener.get("port"));
    }

    private static boolean isAnyOrSame(Field wanted, Field is) {
        return !wanted.isPresent() || wanted.scalar().equals(is.scalar());
    }

    private static boolean serves(Field listener, ManifestObject route) {
        Optional<String> host = listener.get("hostname").text();
        List<Field> hosts = route.at("spec", "hostnames").items();
        return host.isEmpty()
                || hosts.isEmpty()
                || hosts.stream().anyMatch(own -> HostNames.overlap(own.text().orElse(""), host.get()));
    }

    private static boolean isRedirect(ManifestObject route) {
        List<Field> rules = route.at("spec", "rules").items();
        return !rules.isEmpty()
                && rules.stream().allMatch(rule -> rule.get("filters").items().stream()
                        .anyMatch(filter -> filter.get("requestRedirect").isPresent()));
    }
}
