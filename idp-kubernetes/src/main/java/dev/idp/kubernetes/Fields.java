package dev.idp.kubernetes;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read with an error that names the field.
 *
 * @param json the object
 */
record Fields(Map<?, ?> json) {

    static Fields of(@Nullable Object json) {
        return new Fields(typed("an object", json, Map.class));
    }

    String text(String name) {
        return typed("'" + name + "'", json.get(name), String.class);
    }

    Optional<String> findText(String name) {
        return json.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    Optional<Object> find(String name) {
        return Optional.ofNullable(json.get(name));
    }

    Object any(String name) {
        return typed("'" + name + "'", json.get(name), Object.class);
    }

    private static <T> T typed(String what, @Nullable Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    what + (value == null ? " is missing" : " is not what it must be: " + value));
        }
        return type.cast(value);
    }
}
