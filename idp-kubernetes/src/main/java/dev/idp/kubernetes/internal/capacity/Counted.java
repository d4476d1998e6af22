package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.internal.tree.Plural;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Objects that quotas count. */
final class Counted {

    /** What quotas knew before there were counts of everything. */
    private static final Set<String> KNOWN = Set.of(
            "services",
            "services.loadbalancers",
            "services.nodeports",
            "secrets",
            "configmaps",
            "replicationcontrollers",
            "resourcequotas",
            "persistentvolumeclaims");

    private Counted() {}

    static boolean isKnown(String resource) {
        return KNOWN.contains(resource);
    }

    /** Whether a quota is of things rather than of what they take. */
    static boolean isCount(String key) {
        return isKnown(key)
                || key.equals("pods")
                || key.startsWith("count/")
                || key.endsWith("/persistentvolumeclaims");
    }

    /** Each object of a resource, by its plural with its group, among those of a namespace. */
    static List<Share> of(String resource, List<ManifestObject> objects) {
        List<Share> shares = new ArrayList<>();
        for (ManifestObject object : objects) {
            long count =
                    switch (resource) {
                        case "services.loadbalancers" -> isService(object, "LoadBalancer") ? 1 : 0;
                        case "services.nodeports" -> nodePorts(object);
                        default -> resource(object).equals(resource) ? 1 : 0;
                    };
            if (count > 0) {
                shares.add(Share.once(object.name(), BigDecimal.valueOf(count)));
            }
        }
        // Each namespace has one that nobody writes.
        if (resource.equals("configmaps")) {
            shares.add(Share.once("kube-root-ca.crt", BigDecimal.ONE));
        } else if (resource.equals("serviceaccounts")
                && shares.stream().noneMatch(share -> share.name().equals("default"))) {
            shares.add(Share.once("default", BigDecimal.ONE));
        }
        return shares;
    }

    private static boolean isService(ManifestObject object, String type) {
        return object.is("", "Service")
                && object.at("spec", "type").text().filter(type::equals).isPresent();
    }

    private static long nodePorts(ManifestObject object) {
        List<Field> ports = object.at("spec", "ports").items();
        boolean isBalanced = isService(object, "LoadBalancer");
        boolean allOfThem = isService(object, "NodePort")
                || (isBalanced
                        && !object.at("spec", "allocateLoadBalancerNodePorts").isFalse());
        if (allOfThem) {
            return ports.size();
        }
        return isBalanced
                ? ports.stream()
                        .filter(port -> port.get("nodePort").isPresent())
                        .count()
                : 0;
    }

    private static String resource(ManifestObject object) {
        String plural = Plural.of(object.kind());
        return object.group().isEmpty() ? plural : plural + "." + object.group();
    }
}
