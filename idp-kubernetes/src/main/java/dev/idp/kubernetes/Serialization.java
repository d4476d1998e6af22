package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idp.kubernetes.internal.tree.ObjectMapping;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Objects as YAML and as trees. */
final class Serialization {

    private static final JsonMapper MAPPER = ObjectMapping.MAPPER;

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
