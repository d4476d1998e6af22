package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;

/** Where a field is, as Kubernetes writes it: {@code spec.containers[0].image}. */
final class FieldPath {

    private FieldPath() {}

    static String of(Field field) {
        String pointer = field.pointer();
        if (pointer.isEmpty()) {
            return "the object";
        }
        StringBuilder path = new StringBuilder();
        for (String escaped : pointer.substring(1).split("/", -1)) {
            String name = escaped.replace("~1", "/").replace("~0", "~");
            if (name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('/') >= 0 || isIndex(name)) {
                path.append('[').append(name).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static boolean isIndex(String name) {
        return name.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
