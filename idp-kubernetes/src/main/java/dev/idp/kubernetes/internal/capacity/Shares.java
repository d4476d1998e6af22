package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.Pod;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Who takes how much of what a quota limits. */
final class Shares {

    private static final String STORAGE = "requests.storage";
    private static final String CLAIMS = "persistentvolumeclaims";
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
    private static final String COUNT = "count/";

    /**
     * Pods that the quota counts.
     *
     * @param pod the pods
     * @param each what one of them takes
     * @param scale how many there are
     */
    record Tenant(Pod pod, Resources each, Scale scale) {}

    private final Namespace namespace;
    private final Scopes scopes;
    private final Ranges ranges;
    private final List<Tenant> tenants;

    Shares(ManifestObject quota, Namespace namespace) {
        this.namespace = namespace;
        this.scopes = new Scopes(quota);
        this.ranges = Ranges.of(namespace);
        this.tenants = namespace.pods().stream()
                .filter(pod -> scopes.count(pod, ranges))
                .map(pod -> new Tenant(pod, Resources.of(pod, ranges), Scale.of(pod, namespace)))
                .toList();
    }

    List<Tenant> tenants() {
        return tenants;
    }

    Ranges ranges() {
        return ranges;
    }

    /** A quota of a resource that is not known here is one of nothing. */
    List<Share> of(String key) {
        if (key.equals("pods") || key.equals(COUNT + "pods")) {
            return ofPods(each -> BigDecimal.ONE);
        }
        return isOfObjects(key) ? (scopes.isOfPodsAlone() ? List.of() : ofObjects(key)) : ofResource(key);
    }

    private static boolean isOfObjects(String key) {
        return key.startsWith(COUNT) || key.equals(STORAGE) || key.contains(OF_CLASS) || Counted.isKnown(key);
    }

    private List<Share> ofObjects(String key) {
        String kind = key.startsWith(COUNT) ? key.substring(COUNT.length()) : key;
        if (kind.equals(STORAGE) || kind.equals(CLAIMS) || kind.contains(OF_CLASS)) {
            return ofClaims(kind);
        }
        return Counted.of(kind, namespace.objects());
    }

    private List<Share> ofClaims(String key) {
        int end = key.indexOf(OF_CLASS);
        String storageClass = end < 0 ? "" : key.substring(0, end);
        Function<Claim, BigDecimal> amount = key.endsWith(STORAGE) ? Claim::storage : claim -> BigDecimal.ONE;
        return Claim.all(namespace)
                .filter(claim -> storageClass.isEmpty() || storageClass.equals(claim.storageClass()))
                .map(claim -> new Share(claim.name(), amount.apply(claim), claim.scale()))
                .filter(share -> share.each().signum() > 0)
                .toList();
    }

    private List<Share> ofResource(String key) {
        if (key.startsWith("limits.")) {
            String resource = key.substring("limits.".length());
            return ofPods(each -> each.limits().get(resource));
        }
        String resource = key.startsWith("requests.") ? key.substring("requests.".length()) : key;
        return ofPods(each -> each.requests().get(resource));
    }

    private List<Share> ofPods(Function<Resources, BigDecimal> amount) {
        return tenants.stream()
                .map(tenant -> new Share(tenant.pod().object().name(), amount.apply(tenant.each()), tenant.scale()))
                .filter(share -> share.each().signum() > 0)
                .toList();
    }
}
