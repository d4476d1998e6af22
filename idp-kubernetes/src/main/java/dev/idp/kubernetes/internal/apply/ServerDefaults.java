package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Map;
import java.util.Set;

/**
 * What servers add where nothing was said, within values that are owned as a whole. Elsewhere the notes about owners tell it from
 * what was said before and no longer is; there they do not, so that only what is known to be a default counts as one. What is not
 * in this list costs a request, and no mistake.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/">Kubernetes API 1.34</a>, and the definitions of the Gateway
 *     API 1.3 and of the External Secrets Operator 0.18
 */
final class ServerDefaults {

    private static final String PATH = "{\"type\":\"PathPrefix\",\"value\":\"/\"}";

    /** By the field that they are in and their own name, as JSON. */
    private static final Map<String, Set<String>> VALUES = Map.ofEntries(
            Map.entry("ports/protocol", Set.of("\"TCP\"")),
            Map.entry("fieldRef/apiVersion", Set.of("\"v1\"")),
            Map.entry("serviceAccountToken/expirationSeconds", Set.of("3600")),
            Map.entry("subjects/apiGroup", Set.of("\"rbac.authorization.k8s.io\"")),
            Map.entry("volumeClaimTemplates/apiVersion", Set.of("\"v1\"")),
            Map.entry("volumeClaimTemplates/kind", Set.of("\"PersistentVolumeClaim\"")),
            Map.entry("volumeClaimTemplates/status", Set.of("{\"phase\":\"Pending\"}")),
            Map.entry("spec/volumeMode", Set.of("\"Filesystem\"")),
            Map.entry("parentRefs/group", Set.of("\"gateway.networking.k8s.io\"")),
            Map.entry("parentRefs/kind", Set.of("\"Gateway\"")),
            Map.entry("backendRefs/group", Set.of("\"\"")),
            Map.entry("backendRefs/kind", Set.of("\"Service\"")),
            Map.entry("backendRefs/weight", Set.of("1")),
            Map.entry("certificateRefs/group", Set.of("\"\"")),
            Map.entry("certificateRefs/kind", Set.of("\"Secret\"")),
            Map.entry("rules/matches", Set.of("[{\"path\":" + PATH + "}]")),
            Map.entry("matches/path", Set.of(PATH)),
            Map.entry("path/type", Set.of("\"PathPrefix\"")),
            Map.entry("path/value", Set.of("\"/\"")),
            Map.entry("headers/type", Set.of("\"Exact\"")),
            Map.entry("queryParams/type", Set.of("\"Exact\"")),
            Map.entry("method/type", Set.of("\"Exact\"")),
            Map.entry("remoteRef/conversionStrategy", Set.of("\"Default\"")),
            Map.entry("remoteRef/decodingStrategy", Set.of("\"None\"")),
            Map.entry("remoteRef/metadataPolicy", Set.of("\"None\"")));

    private ServerDefaults() {}

    /** Whether a field says nothing more than if it were not there. */
    static boolean has(String around, String name, Tree value) {
        return value.isEmpty()
                || VALUES.getOrDefault(around + "/" + name, Set.of()).contains(JsonTrees.write(value));
    }
}
