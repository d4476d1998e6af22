package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.schema.OpenApiKinds;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a cluster says of the kinds that it knows, those of its operators among them: its documents of OpenAPI, of version 2,
 * or of version 3, which has one for each version of a group.
 *
 * <pre>{@code
 * // kubectl get --raw /openapi/v2 > cluster.json
 * Checks checks = Checks.standard().against(ClusterSchema.ofOpenApi(Path.of("cluster.json")));
 * }</pre>
 */
public final class ClusterSchema {

    private final OpenApiKinds kinds;

    private ClusterSchema(OpenApiKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads a document from a file.
     *
     * @param file the file, in JSON
     * @return what it says
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no document of OpenAPI
     */
    public static ClusterSchema ofOpenApi(Path file) {
        try (Reader json = Files.newBufferedReader(file)) {
            return ofOpenApi(json);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    /**
     * Reads a document.
     *
     * @param json the document
     * @return what it says
     * @throws IllegalArgumentException if it is no document of OpenAPI
     */
    public static ClusterSchema ofOpenApi(String json) {
        return ofOpenApi(new StringReader(json));
    }

    /**
     * Reads a document from wherever it comes, such as the answer of an API server.
     *
     * @param json the document, which is left open
     * @return what it says
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no document of OpenAPI
     */
    public static ClusterSchema ofOpenApi(Reader json) {
        try {
            return new ClusterSchema(OpenApiKinds.read(json));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read what a cluster says of its kinds", failed);
        }
    }

    /**
     * Returns what this document says, and another one.
     *
     * @param other the other one, which holds where both describe a kind
     * @return both
     */
    public ClusterSchema and(ClusterSchema other) {
        return new ClusterSchema(kinds.and(other.kinds));
    }

    OpenApiKinds kinds() {
        return kinds;
    }

    /** Returns how many kinds it describes. */
    @Override
    public String toString() {
        return kinds.size() + (kinds.size() == 1 ? " kind" : " kinds");
    }
}
