package dev.idp.internal.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read with an error that names the field.
 *
 * @param json the object
 */
public record Fields(Map<?, ?> json) {

    /**
     * Reads an object.
     *
     * @param json a tree
     * @return its fields
     * @throws IllegalArgumentException if it is not an object
     */
    public static Fields of(@Nullable Object json) {
        return of(json, "an object");
    }

    /**
     * Reads an object.
     *
     * @param json a tree
     * @param what what it is, for the error
     * @return its fields
     * @throws IllegalArgumentException if it is not an object
     */
    public static Fields of(@Nullable Object json, String what) {
        return new Fields(typed(what, json, Map.class));
    }

    /**
     * Returns a text.
     *
     * @param name the field's name
     * @return the text
     */
    public String text(String name) {
        return typed("'" + name + "'", json.get(name), String.class);
    }

    /**
     * Returns a text that may be missing.
     *
     * @param name the field's name
     * @return the text, or empty
     */
    public Optional<String> findText(String name) {
        return json.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /**
     * Returns a whole number.
     *
     * @param name the field's name
     * @return the number
     */
    public long number(String name) {
        return typed("'" + name + "'", json.get(name), Long.class);
    }

    /**
     * Returns a whole number that may be missing.
     *
     * @param name the field's name
     * @return the number, or empty
     */
    public Optional<Long> findNumber(String name) {
        return json.containsKey(name) ? Optional.of(number(name)) : Optional.empty();
    }

    /**
     * Returns whether something is so.
     *
     * @param name the field's name
     * @return the truth value
     */
    public boolean truth(String name) {
        return typed("'" + name + "'", json.get(name), Boolean.class);
    }

    /**
     * Returns a value of any type.
     *
     * @param name the field's name
     * @return the tree
     */
    public Object any(String name) {
        return typed("'" + name + "'", json.get(name), Object.class);
    }

    /**
     * Returns a list.
     *
     * @param name the field's name
     * @return the list
     */
    public List<?> list(String name) {
        return typed("'" + name + "'", json.get(name), List.class);
    }

    /**
     * Returns a list of texts that may be missing.
     *
     * @param name the field's name
     * @return the texts, or none
     */
    public List<String> findTexts(String name) {
        return json.containsKey(name)
                ? list(name).stream()
                        .map(text -> typed("'" + name + "'", text, String.class))
                        .toList()
                : List.of();
    }

    /**
     * Returns an object.
     *
     * @param name the field's name
     * @return its fields
     */
    public Map<?, ?> map(String name) {
        return typed("'" + name + "'", json.get(name), Map.class);
    }

    private static <T> T typed(String what, @Nullable Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    what + (value == null ? " is missing" : " is not what it must be: " + value));
        }
        return type.cast(value);
    }
}
