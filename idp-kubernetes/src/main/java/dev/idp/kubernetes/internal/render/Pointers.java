package dev.idp.kubernetes.internal.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** JSON pointers, RFC 6901. */
public final class Pointers {

    private Pointers() {}

    /**
     * Escapes a key for use in a pointer.
     *
     * @param key the key
     * @return the key as a segment
     */
    public static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Returns the leaves of a tree. Empty lists and maps are leaves.
     *
     * @param tree the tree
     * @return the leaves by their pointers
     */
    public static NavigableMap<String, JsonNode> leaves(JsonNode tree) {
        NavigableMap<String, JsonNode> leaves = new TreeMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode tree, Map<String, JsonNode> leaves) {
        if (tree.isEmpty()) {
            leaves.put(pointer, tree);
        } else if (tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                collect(pointer + "/" + i, tree.get(i), leaves);
            }
        } else {
            tree.properties()
                    .forEach(field -> collect(pointer + "/" + escape(field.getKey()), field.getValue(), leaves));
        }
    }
}
