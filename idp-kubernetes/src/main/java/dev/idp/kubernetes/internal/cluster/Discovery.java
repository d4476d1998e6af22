package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What an API server serves, asked once for each group and version. */
final class Discovery {

    private final Connection connection;
    private final Map<String, Map<String, ResourceType>> known = new ConcurrentHashMap<>();

    Discovery(Connection connection) {
        this.connection = connection;
    }

    /** Where the objects of a kind are; empty if the server knows no such kind, of which it is asked again the next time. */
    Optional<ResourceType> find(String apiVersion, String kind) {
        Map<String, ResourceType> kinds = known.get(apiVersion);
        if (kinds == null || !kinds.containsKey(kind)) {
            kinds = ask(apiVersion);
            known.put(apiVersion, kinds);
        }
        return Optional.ofNullable(kinds.get(kind));
    }

    private Map<String, ResourceType> ask(String apiVersion) {
        Request request = Request.get((apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion);
        Answer answer = connection.send(request);
        Map<String, ResourceType> kinds = new HashMap<>();
        if (answer.isSuccess()) {
            for (Tree resource : answer.tree().elementsOf("resources")) {
                String plural = resource.text("name");
                if (!plural.contains("/")) {
                    boolean isNamespaced = resource.isTrue("namespaced");
                    String kind = resource.text("kind");
                    kinds.putIfAbsent(kind, new ResourceType(apiVersion, kind, plural, isNamespaced));
                }
            }
        } else if (!answer.refusal().isNotFound()) {
            throw new Refused(request, answer.refusal());
        }
        return kinds;
    }
}
