package dev.idp.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Objects in forms that can be compared and read. */
public final class Documents {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Documents() {}

    /** Returns a part of an object as YAML with sorted keys; {@code null} if there is no such part. */
    public static String at(HasMetadata object, String pointer) {
        return dump(MAPPER.convertValue(tree(object).at(pointer), Object.class));
    }

    /** Returns expected YAML in the form of {@link #at}. */
    public static String yaml(String text) {
        return dump(new Yaml().load(text));
    }

    /** Returns an object as a tree. */
    public static JsonNode tree(HasMetadata object) {
        return MAPPER.valueToTree(object);
    }

    /** Returns the name by which people ask for an object. */
    public static String reference(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    /** Returns the name by which people ask for one of several objects of that name. */
    public static String qualified(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return namespace == null
                ? reference(object)
                : object.getKind() + "/" + namespace + "/"
                        + object.getMetadata().getName();
    }

    /** Returns the names of all objects. */
    public static List<String> references(Manifests manifests) {
        return manifests.objects().map(Documents::reference).toList();
    }

    /** Returns the leaves of an object by their JSON pointers; empty lists and maps are leaves. */
    public static SortedMap<String, JsonNode> leaves(HasMetadata object) {
        SortedMap<String, JsonNode> leaves = new TreeMap<>();
        collect("", tree(object), leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, SortedMap<String, JsonNode> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(
                            pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            field.getValue(),
                            leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), leaves);
            }
        } else {
            leaves.put(pointer, node);
        }
    }

    private static String dump(Object tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        return new Yaml(options).dump(sorted(tree));
    }

    private static Object sorted(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            TreeMap<String, Object> copy = new TreeMap<>();
            map.forEach((key, value) -> copy.put((String) key, sorted(value)));
            return copy;
        }
        return tree instanceof List<?> list
                ? list.stream().map(Documents::sorted).toList()
                : tree;
    }
}
