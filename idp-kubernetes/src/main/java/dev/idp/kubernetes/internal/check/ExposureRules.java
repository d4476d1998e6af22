package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Set;

/** Rules on what is reached from outside the cluster. */
final class ExposureRules {

    /** Load balancers of clouds take their certificates by these. */
    private static final Set<String> CERTIFIED_BY = Set.of(
            "alb.ingress.kubernetes.io/certificate-arn",
            "networking.gke.io/managed-certificates",
            "ingress.gcp.kubernetes.io/pre-shared-cert",
            "appgw.ingress.kubernetes.io/appgw-ssl-certificate");

    private ExposureRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(ingress(), nodePort());
    }

    private static Rule<ObjectSet> ingress() {
        return ManifestRules.forKind("ingress-tls", "networking.k8s.io", "Ingress")
                .because("what is sent must not be read or changed on the way")
                .fix("add the host to spec.tls, with the Secret of its certificate")
                .link("https://kubernetes.io/docs/concepts/services-networking/ingress/#tls")
                .check((ingress, found) -> {
                    Set<String> annotations =
                            ingress.at("metadata", "annotations").entries().keySet();
                    if (CERTIFIED_BY.stream().noneMatch(annotations::contains)) {
                        hosts(ingress, found);
                    }
                });
    }

    private static void hosts(ManifestObject ingress, ManifestFindings found) {
        List<Field> certified = ingress.at("spec", "tls").items();
        if (certified.isEmpty()) {
            found.add(ingress.at("spec", "tls"), "it is reached without TLS");
            return;
        }
        List<Field> hosts = certified.stream()
                .flatMap(tls -> tls.get("hosts").items().stream())
                .toList();
        if (certified.stream().anyMatch(tls -> tls.get("hosts").items().isEmpty())) {
            return;
        }
        for (Field rule : ingress.at("spec", "rules").items()) {
            Field host = rule.get("host");
            host.text()
                    .filter(name -> hosts.stream()
                            .noneMatch(with -> HostNames.covers(with.text().orElse(""), name)))
                    .ifPresent(name -> found.add(host, "host " + name + " is reached without TLS"));
        }
    }

    private static Rule<ObjectSet> nodePort() {
        return ManifestRules.forKind("node-port", "", "Service")
                .because("a port of every node is open to whoever reaches one, past everything in front of the cluster")
                .fix("put an Ingress, a Gateway or a load balancer before it")
                .link("https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport")
                .must(Condition.field("spec", "type").isNot("NodePort"), "it is open on every node");
    }
}
