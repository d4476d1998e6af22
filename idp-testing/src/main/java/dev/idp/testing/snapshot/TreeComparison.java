package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares trees by meaning: the order of keys is none, elements of lists are matched by their names. */
final class TreeComparison {

    private final List<Difference> differences = new ArrayList<>();

    private TreeComparison() {}

    static List<Difference> of(@Nullable Object expected, @Nullable Object actual) {
        TreeComparison comparison = new TreeComparison();
        comparison.compare(Place.ROOT, expected, actual);
        return comparison.differences;
    }

    private void compare(Place place, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> before && actual instanceof Map<?, ?> after) {
            maps(place, before, after);
        } else if (expected instanceof List<?> before && actual instanceof List<?> after) {
            lists(place, before, after);
        } else if (!Objects.equals(expected, actual)) {
            differences.add(new Difference(Difference.Kind.CHANGED, place, expected, actual));
        }
    }

    private void maps(Place place, Map<?, ?> expected, Map<?, ?> actual) {
        TreeSet<String> keys = new TreeSet<>(Canonical.ORDER);
        expected.keySet().forEach(key -> keys.add(String.valueOf(key)));
        actual.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            Place field = place.field(key);
            if (!actual.containsKey(key)) {
                differences.add(Difference.removed(field, expected.get(key)));
            } else if (!expected.containsKey(key)) {
                differences.add(Difference.added(field, actual.get(key)));
            } else {
                compare(field, expected.get(key), actual.get(key));
            }
        }
    }

    private void lists(Place place, List<?> expected, List<?> actual) {
        if (expected.equals(actual)) {
            return;
        }
        ElementNames.of(List.of(expected, actual))
                .ifPresentOrElse(
                        names -> named(place, byName(names.get(0), expected), byName(names.get(1), actual)),
                        () -> unnamed(place, expected, actual));
    }

    private static Map<String, @Nullable Object> byName(List<String> names, List<?> elements) {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), elements.get(i));
        }
        return byName;
    }

    private void named(Place place, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        expected.forEach((name, element) -> {
            if (!actual.containsKey(name)) {
                differences.add(Difference.removed(place.formerElement(name), element));
            }
        });
        int index = 0;
        for (Map.Entry<String, @Nullable Object> element : actual.entrySet()) {
            Place here = place.element(element.getKey(), index++);
            if (expected.containsKey(element.getKey())) {
                compare(here, expected.get(element.getKey()), element.getValue());
            } else {
                differences.add(Difference.added(here, element.getValue()));
            }
        }
        List<String> before = new ArrayList<>(expected.keySet());
        List<String> after = new ArrayList<>(actual.keySet());
        before.retainAll(actual.keySet());
        after.retainAll(expected.keySet());
        if (!before.equals(after)) {
            differences.add(new Difference(Difference.Kind.REORDERED, place, before, after));
        }
    }

    /** What is equal at both ends stays as it is; between them, elements are compared one by one. */
    private void unnamed(Place place, List<?> expected, List<?> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        int start = 0;
        while (start < shorter && expected.get(start).equals(actual.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && expected.get(expected.size() - 1 - end).equals(actual.get(actual.size() - 1 - end))) {
            end++;
        }
        int both = shorter - end;
        for (int i = start; i < both; i++) {
            compare(place.element(Integer.toString(i), i), expected.get(i), actual.get(i));
        }
        for (int i = Math.max(start, both); i < expected.size() - end; i++) {
            differences.add(Difference.removed(place.formerElement(Integer.toString(i)), expected.get(i)));
        }
        for (int i = Math.max(start, both); i < actual.size() - end; i++) {
            differences.add(Difference.added(place.element(Integer.toString(i), i), actual.get(i)));
        }
    }
}
