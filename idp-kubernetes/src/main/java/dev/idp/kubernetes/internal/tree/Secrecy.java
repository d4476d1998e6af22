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
            Map<String, Tree> data = new TreeMap<>();
            object.fieldsOf("data").forEach((key, value) -> data.put(key, hidden(value)));
            object.fieldsOf("stringData").forEach((key, value) -> data.put(key, hidden(encoded(value))));
            if (fields.remove("stringData") != null || fields.containsKey("data")) {
                fields.put("data", new Tree.Fields(data, 0));
            }
        }
        return new Tree.Fields(fields, object.line());
    }

    private static Tree hideCopy(Tree.Fields metadata) {
        Map<String, Tree> fields = new LinkedHashMap<>(metadata.fields());
        Map<String, Tree> annotations = new LinkedHashMap<>(metadata.fieldsOf("annotations"));
        annotations.computeIfPresent(LAST_APPLIED, (name, value) -> hidden(value));
        fields.put("annotations", new Tree.Fields(annotations, 0));
        return new Tree.Fields(fields, metadata.line());
    }

    private static Tree hidden(Tree value) {
        return value instanceof Tree.Scalar scalar && scalar.value() instanceof String text
                ? new Tree.Scalar(new SecretText(text), scalar.line())
                : value;
    }

    private static Tree encoded(Tree value) {
        return value instanceof Tree.Scalar scalar && scalar.value() instanceof String text
                ? new Tree.Scalar(
                        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), scalar.line())
                : value;
    }
}
