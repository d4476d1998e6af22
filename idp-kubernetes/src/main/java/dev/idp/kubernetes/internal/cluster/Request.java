package dev.idp.kubernetes.internal.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an API server is asked.
 *
 * @param method the HTTP method
 * @param path path and query, from the server's root
 * @param contentType what the body is; empty if there is none
 * @param body what is sent; empty if nothing is
 * @param accept as what the answer is wanted
 */
public record Request(String method, String path, String contentType, String body, String accept) {

    private static final String JSON = "application/json";
    private static final String METADATA = JSON + ";as=PartialObjectMetadata%s;v=v1;g=meta.k8s.io";

    /**
     * Returns a question.
     *
     * @param path path and query
     * @return a request that changes nothing
     */
    public static Request get(String path) {
        return new Request("GET", path, "", "", JSON);
    }

    /**
     * Returns a server-side apply. The server takes JSON where it says YAML.
     *
     * @param path path and query
     * @param body the object
     * @return a request that may be sent again if nobody knows whether it arrived
     * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-Side Apply</a>
     */
    public static Request apply(String path, String body) {
        return new Request("PATCH", path, "application/apply-patch+yaml", body, JSON);
    }

    /**
     * Returns a change by operations (RFC 6902).
     *
     * @param path path and query
     * @param body the operations
     * @return a request
     */
    public static Request patch(String path, String body) {
        return new Request("PATCH", path, "application/json-patch+json", body, JSON);
    }

    /**
     * Returns a change of some fields (RFC 7396).
     *
     * @param path path and query
     * @param body the fields
     * @return a request
     */
    public static Request merge(String path, String body) {
        return new Request("PATCH", path, "application/merge-patch+json", body, JSON);
    }

    /**
     * Returns the creation of an object that must not be there.
     *
     * @param path path and query of its collection
     * @param body the object
     * @return a request
     */
    public static Request create(String path, String body) {
        return new Request("POST", path, JSON, body, JSON);
    }

    /**
     * Returns the deletion of an object.
     *
     * @param path path and query
     * @param options under which conditions, and what becomes of what it owns
     * @return a request
     */
    public static Request delete(String path, String options) {
        return new Request("DELETE", path, JSON, options, JSON);
    }

    /**
     * Returns the same, with an answer of the object's metadata alone, so that no secret comes back.
     *
     * @return a request
     */
    public Request forMetadata() {
        return new Request(method, path, contentType, body, METADATA.formatted("") + "," + JSON);
    }

    /**
     * Returns the same, with an answer of the metadata of all objects of a list.
     *
     * @return a request
     */
    Request forMetadataOfList() {
        return new Request(method, path, contentType, body, METADATA.formatted("List") + "," + JSON);
    }

    boolean isOfSecrets() {
        return path.matches("/api/v1/(namespaces/[^/?]+/)?secrets([/?].*)?");
    }

    /** Writes a value for a query, where a space is no plus. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns method and path; what is sent may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
