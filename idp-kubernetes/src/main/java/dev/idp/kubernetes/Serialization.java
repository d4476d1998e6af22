package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Objects as YAML and as trees. */
final class Serialization {

    /** Maps that users made may have an order of their own, or another one in each run, as {@code Map.of} has. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();

    private Serialization() {}

    static JsonNode tree(HasMetadata object) {
        return MAPPER.valueToTree(object);
    }

    /** Reads a tree back as an object of a type, with lists and maps that can be changed. */
    static <T extends HasMetadata> T copy(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    static void write(HasMetadata object, YamlGenerator yaml) {
        try {
            WRITER.writeValue(yaml, object);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    object.getKind() + "/" + object.getMetadata().getName() + " cannot be written", failed);
        }
    }
}
