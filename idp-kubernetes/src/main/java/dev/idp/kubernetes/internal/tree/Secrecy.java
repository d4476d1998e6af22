package dev.idp.kubernetes.internal.tree;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Hides what objects hold of secrets, by their types: the values of Secrets, and the copies of whole objects in annotations. */
public final class Secrecy {

    /** Where {@code kubectl apply} keeps the object that it last applied, whatever that holds. */
    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Secrecy() {}

    /**
     * Returns an object in which nothing can be seen that must not be.
     *
     * @param object the object, with its kind
     * @return the same but for the values, which are {@link SecretText}; what Secrets say in {@code stringData} is in {@code
     *     data}, as the server keeps it
     */
    public static Tree.Fields hide(Tree.Fields object) {
        boolean isSecret = object.text("kind").equals("Secret")
                && object.text("apiVersion").equals("v1");
        boolean hasCopy = object.find("metadata", "annotations", LAST_APPLIED).isPresent();
        if (!isSecret && !hasCopy) {
            return object;
        }
        Map<String, Tree> fields = new LinkedHashMap<>(object.fields());
        if (hasCopy) {
            fields.computeIfPresent("metadata", (name, metadata) -> hideCopy((Tree.Fields) metadata));
        }
        if (isSecret) {
            hideData(object, fields);
        }
        return new Tree.Fields(fields, object.line());
    }

    /** What is no map is hidden and left as it is, for the server to refuse. */
    private static void hideData(Tree.Fields secret, Map<String, Tree> fields) {
        Map<String, Tree> data = new TreeMap<>();
        secret.fieldsOf("data").forEach((key, value) -> data.put(key, hidden(value)));
        secret.fieldsOf("stringData").forEach((key, value) -> data.put(key, hidden(encoded(value))));
        fields.computeIfPresent("data", (name, value) -> hidden(value));
        if (fields.get("stringData") instanceof Tree.Fields) {
            fields.remove("stringData");
        } else {
            fields.computeIfPresent("stringData", (name, value) -> hidden(value));
        }
        if (!data.isEmpty()) {
            fields.put("data", Tree.map(data));
        }
    }

    private static Tree hideCopy(Tree.Fields metadata) {
        Map<String, Tree> fields = new LinkedHashMap<>(metadata.fields());
        Map<String, Tree> annotations = new LinkedHashMap<>(metadata.fieldsOf("annotations"));
        annotations.computeIfPresent(LAST_APPLIED, (name, value) -> hidden(value));
        fields.put("annotations", Tree.map(annotations));
        return new Tree.Fields(fields, metadata.line());
    }

    private static Tree hidden(Tree value) {
        if (value instanceof Tree.Fields map) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            map.fields().forEach((name, below) -> fields.put(name, hidden(below)));
            return new Tree.Fields(fields, map.line());
        }
        if (value instanceof Tree.Elements list) {
            return new Tree.Elements(
                    list.elements().stream().map(Secrecy::hidden).toList(), list.line());
        }
        Object scalar = ((Tree.Scalar) value).value();
        return scalar == null ? value : new Tree.Scalar(new SecretText(scalar), value.line());
    }

    private static Tree encoded(Tree value) {
        return value instanceof Tree.Scalar scalar && scalar.value() instanceof String text
                ? new Tree.Scalar(
                        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), scalar.line())
                : value;
    }
}
