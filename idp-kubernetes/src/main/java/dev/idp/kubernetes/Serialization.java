package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.kubernetes.internal.model.ModelYaml;
import dev.idp.kubernetes.internal.tree.ObjectMapping;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.UncheckedIOException;

/** Objects as YAML and as trees. */
final class Serialization {

    private Serialization() {}

    static JsonNode tree(HasMetadata object) {
        return ObjectMapping.MAPPER.valueToTree(object);
    }

    /** Reads a tree back as an object of a type, with lists and maps that can be changed. */
    static <T extends HasMetadata> T copy(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return ObjectMapping.MAPPER.treeToValue(tree, type);
    }

    static void write(HasMetadata object, YamlWriter yaml) {
        try {
            ModelYaml.write(object, yaml);
        } catch (UncheckedIOException failed) {
            throw new UncheckedIOException(
                    object.getKind() + "/" + object.getMetadata().getName() + " cannot be written", failed.getCause());
        }
    }
}
