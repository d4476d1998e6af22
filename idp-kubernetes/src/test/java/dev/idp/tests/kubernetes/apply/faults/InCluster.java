package dev.idp.tests.kubernetes.apply.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What there is of a {@link SmallSet}, as an administrator sees it who does not ask through a proxy or the engine. */
final class InCluster {

    private static final JsonMapper JSON = new JsonMapper();

    private final ApiServer server;
    private final String namespace;

    InCluster(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    /** Objects of others, as they are before anything is applied. */
    void plantForeignObjects() throws Exception {
        post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + namespace + "\"}}");
        String inNamespace = "/api/v1/namespaces/" + namespace;
        post(inNamespace + "/configmaps", "{\"metadata\":{\"name\":\"foreign\"},\"data\":{\"a\":\"b\"}}");
        post(inNamespace + "/secrets", "{\"metadata\":{\"name\":\"foreign\"},\"stringData\":{\"password\":\"c\"}}");
        post(
                inNamespace + "/services",
                "{\"metadata\":{\"name\":\"foreign\"},\"spec\":{\"ports\":[{\"port\":80}],\"selector\":{\"a\":\"b\"}}}");
    }

    /** Which of them there are, in which version: nobody touched them while this is the same. */
    Map<String, String> foreignObjects() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String path : List.of("configmaps", "secrets", "services")) {
            JsonNode metadata = get("/api/v1/namespaces/" + namespace + "/" + path + "/foreign")
                    .path("metadata");
            found.put(
                    path,
                    metadata.path("uid").asText() + " "
                            + metadata.path("resourceVersion").asText());
        }
        return found;
    }

    /** Kind and name of all that carries the label of a set. */
    Set<String> marked(String set) throws Exception {
        String in = "/namespaces/" + namespace + "/";
        Map<String, String> paths = Map.of(
                "Namespace", "/api/v1/namespaces",
                "CustomResourceDefinition", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                "ConfigMap", "/api/v1" + in + "configmaps",
                "Secret", "/api/v1" + in + "secrets",
                "ServiceAccount", "/api/v1" + in + "serviceaccounts",
                "Service", "/api/v1" + in + "services",
                "Deployment", "/apis/apps/v1" + in + "deployments",
                "Job", "/apis/batch/v1" + in + "jobs",
                "Widget", "/apis/" + namespace + ".example/v1" + in + "widgets");
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            get(path.getValue() + "?labelSelector=applyset.kubernetes.io/part-of%3D" + set)
                    .path("items")
                    .forEach(item -> found.add(path.getKey() + "/"
                            + item.path("metadata").path("name").asText()));
        }
        return found;
    }

    /** Kinds of a set that the cluster remembers, without their groups; none if it remembers no set. */
    Set<String> rememberedKinds() throws Exception {
        String kinds = get("/api/v1/namespaces/" + namespace + "/configmaps/set")
                .path("metadata")
                .path("annotations")
                .path("applyset.kubernetes.io/contains-group-kinds")
                .asText();
        Set<String> found = new TreeSet<>();
        for (String kind : kinds.split(",", -1)) {
            if (!kind.isEmpty()) {
                found.add(kind.split("\\.", 2)[0]);
            }
        }
        return found;
    }

    /** The values that were made up, by their keys; none if nothing was yet. */
    Map<String, String> passwords() throws Exception {
        Map<String, String> found = new TreeMap<>();
        get("/api/v1/namespaces/" + namespace + "/secrets/db")
                .path("data")
                .properties()
                .forEach(field -> found.put(field.getKey(), field.getValue().asText()));
        return found;
    }

    /** The server need not keep one kind for each case that was. */
    void removeDefinition() throws Exception {
        send(HttpRequest.newBuilder(uri(
                        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets." + namespace + ".example"))
                .DELETE()
                .build());
    }

    static Set<String> kinds(Set<String> names) {
        Set<String> kinds = new TreeSet<>();
        names.forEach(name -> kinds.add(name.substring(0, name.indexOf('/'))));
        return kinds;
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).build());
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (answer.statusCode() == 429 && System.nanoTime() < end) {
            // The storage of a kind that was just defined is being made ready.
            answer = send(answer.request());
        }
        if (answer.statusCode() == 404) {
            return JSON.missingNode();
        }
        return JSON.readTree(expectingSuccess(answer).body());
    }

    private void post(String path, String body) throws Exception {
        expectingSuccess(send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    private static HttpResponse<String> expectingSuccess(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return server.client().send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return server.address().resolve(path);
    }
}
