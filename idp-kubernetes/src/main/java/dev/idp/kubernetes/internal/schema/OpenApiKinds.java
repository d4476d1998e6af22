package dev.idp.kubernetes.internal.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of a cluster, as it describes them itself in OpenAPI 2, where all are in one document, or 3, where each version
 * of a group has one of its own.
 */
public final class OpenApiKinds {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Supplier<Schema>> kinds;

    private OpenApiKinds(Map<String, Supplier<Schema>> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /**
     * Reads a document.
     *
     * @param json the document
     * @return its kinds
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no document of OpenAPI
     */
    public static OpenApiKinds read(Reader json) throws IOException {
        Map<?, ?> document;
        try {
            document = Said.map(MAPPER.readValue(json, Object.class));
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(
                    "what a cluster says of its kinds is no JSON: " + wrong.getOriginalMessage());
        }
        Map<?, ?> described = document.containsKey("definitions")
                ? Said.map(document.get("definitions"))
                : Said.map(Said.map(document.get("components")).get("schemas"));
        if (described.isEmpty()) {
            throw new IllegalArgumentException(
                    "what a cluster says of its kinds has neither definitions nor components.schemas");
        }
        return of(described);
    }

    private static OpenApiKinds of(Map<?, ?> described) {
        Map<String, Supplier<Schema>> schemas = new HashMap<>();
        SchemaReader reader = SchemaReader.ofOpenApi(name -> new Lazy<>(
                () -> schemas.getOrDefault(name, () -> Schema.ANYTHING).get()));
        Map<String, Supplier<Schema>> kinds = new HashMap<>();
        described.forEach((name, schema) -> {
            Supplier<Schema> read = new Lazy<>(() -> LooseFields.without(
                    String.valueOf(name), reader.read(schema).get()));
            schemas.put(String.valueOf(name), read);
            key(schema).ifPresent(kind -> kinds.put(kind, read));
        });
        return new OpenApiKinds(kinds);
    }

    /** What several kinds share, such as the options of deleting, is none of them. */
    private static Optional<String> key(@Nullable Object schema) {
        List<?> kinds = Said.list(Said.map(schema).get("x-kubernetes-group-version-kind"));
        if (kinds.size() != 1) {
            return Optional.empty();
        }
        Map<?, ?> kind = Said.map(kinds.get(0));
        String group = Said.text(kind, "group");
        return Optional.of(
                (group.isEmpty() ? "" : group + "/") + Said.text(kind, "version") + " " + Said.text(kind, "kind"));
    }

    /**
     * Returns these kinds and those of another document.
     *
     * @param other the others, which win where both describe a kind
     * @return all of them
     */
    public OpenApiKinds and(OpenApiKinds other) {
        Map<String, Supplier<Schema>> all = new HashMap<>(kinds);
        all.putAll(other.kinds);
        return new OpenApiKinds(all);
    }

    Optional<Schema> of(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + " " + kind)).map(Supplier::get);
    }

    /**
     * Returns how many kinds there are.
     *
     * @return their number
     */
    public int size() {
        return kinds.size();
    }
}
