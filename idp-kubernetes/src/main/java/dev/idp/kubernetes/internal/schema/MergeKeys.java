package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Optional;

/**
 * The lists that Kubernetes merges by keys, by the names of Fabric8's classes, with what a key is taken for that is not
 * there. Their source is {@code x-kubernetes-list-map-keys} in the <a
 * href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">OpenAPI document of Kubernetes
 * 1.34</a>; of the Gateway API's, its own definitions.
 */
final class MergeKeys {

    private static final ModelTable<List<ListKey>> TABLE =
            ModelTable.of("""
            Container.env: name
            Container.ports: containerPort protocol=TCP
            Container.volumeDevices: devicePath
            Container.volumeMounts: mountPath
            EphemeralContainer.env: name
            EphemeralContainer.ports: containerPort protocol=TCP
            EphemeralContainer.volumeDevices: devicePath
            EphemeralContainer.volumeMounts: mountPath
            ObjectMeta.ownerReferences: uid
            PodSpec.containers: name
            PodSpec.ephemeralContainers: name
            PodSpec.hostAliases: ip
            PodSpec.imagePullSecrets: name
            PodSpec.initContainers: name
            PodSpec.resourceClaims: name
            PodSpec.schedulingGates: name
            PodSpec.topologySpreadConstraints: topologyKey whenUnsatisfiable
            PodSpec.volumes: name
            ResourceRequirements.claims: name
            ServiceAccount.secrets: name
            ServiceSpec.ports: port protocol=TCP
            gatewayapi.v1.GatewaySpec.listeners: name
            gatewayapi.v1.HTTPRouteMatch.headers: name
            gatewayapi.v1.HTTPRouteMatch.queryParams: name
            gatewayapi.v1.HTTPRouteSpec.rules: name
            """, words -> words.stream().map(MergeKeys::key).toList());

    private MergeKeys() {}

    private static ListKey key(String word) {
        int equals = word.indexOf('=');
        return equals < 0
                ? new ListKey(word, Optional.empty())
                : new ListKey(word.substring(0, equals), Optional.of(word.substring(equals + 1)));
    }

    static List<ListKey> of(Class<?> type, String field) {
        return TABLE.get(type, field).orElse(List.of());
    }
}
