package dev.idp.kubernetes.internal.facets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists and maps of generated objects: users' edits may add to them. */
final class Editable {

    private Editable() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // The elements are read, and the array is not kept.
    static <T> List<T> list(T... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    static <T> List<T> list(List<T> elements) {
        return new ArrayList<>(elements);
    }

    static Map<String, String> map(String key, String value) {
        Map<String, String> map = new TreeMap<>();
        map.put(key, value);
        return map;
    }
}
