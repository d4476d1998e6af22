package dev.idp.kubernetes.check;

import dev.idp.policy.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules on manifests that find in another form what rules on intent find: one cause is one finding, and intent knows more of
 * it, such as how much an environment matters.
 */
final class Twins {

    private static final Map<String, Set<String>> OF_MANIFESTS = Map.ofEntries(
            Map.entry("cpu-request", Set.of("requests-set")),
            Map.entry("fixed-image", Set.of("image-pinned")),
            Map.entry("ingress-tls", Set.of("public-means-tls")),
            Map.entry("liveness-probe", Set.of("probes-present")),
            Map.entry("memory-limit", Set.of("memory-limit-set")),
            Map.entry("memory-request", Set.of("requests-set")),
            Map.entry("owner", Set.of("owner-set")),
            Map.entry("pod-security-run-as-non-root", Set.of("runs-as-root")),
            Map.entry("pod-security-run-as-user", Set.of("runs-as-root")),
            Map.entry("probes-differ", Set.of("probes-distinct")),
            Map.entry("readiness-probe", Set.of("probes-present")),
            Map.entry("replicas", Set.of("replicas-in-production")),
            Map.entry("rights-exec", Set.of("permission-not-dangerous")),
            Map.entry("rights-pods", Set.of("permission-not-dangerous")),
            Map.entry("rights-secrets", Set.of("permission-not-dangerous")),
            Map.entry("rights-wildcard", Set.of("permission-not-wildcard")),
            Map.entry("route-tls", Set.of("public-means-tls")),
            Map.entry("secret-in-config-map", Set.of("no-plain-secret-by-name", "no-plain-secret-by-entropy")),
            Map.entry("secret-in-container", Set.of("no-plain-secret-by-name", "no-plain-secret-by-entropy")));

    private record Where(String environment, String subject, String rule) {}

    private Twins() {}

    /** Leaves out what rules on intent found at the same service or job. */
    static List<Finding> without(Collection<Finding> ofManifests, Collection<Finding> ofIntent) {
        Set<Where> known = new HashSet<>();
        ofIntent.forEach(found -> known.add(new Where(found.environment(), found.subject(), found.rule())));
        return ofManifests.stream()
                .filter(found -> OF_MANIFESTS.getOrDefault(found.rule(), Set.of()).stream()
                        .noneMatch(twin -> known.contains(new Where(found.environment(), found.subject(), twin))))
                .toList();
    }
}
