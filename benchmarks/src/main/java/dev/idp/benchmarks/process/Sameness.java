package dev.idp.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a tool made the objects that we made.
 *
 * @param equal how many objects are equal to ours
 * @param ours how many there are of ours
 * @param differences the others and their first difference each
 */
record Sameness(int equal, int ours, List<String> differences) {

    static Sameness of(Map<ObjectKey, Object> ours, Map<ObjectKey, Object> theirs) {
        List<String> differences = new ArrayList<>();
        ours.forEach((key, object) -> {
            if (!theirs.containsKey(key)) {
                differences.add(key + ": missing");
            } else if (!object.equals(theirs.get(key))) {
                differences.add(key + difference("", object, theirs.get(key)));
            }
        });
        int equal = ours.size() - differences.size();
        theirs.keySet().stream()
                .filter(key -> !ours.containsKey(key))
                .forEach(key -> differences.add(key + ": not among ours"));
        differences.sort(null);
        return new Sameness(equal, ours.size(), differences);
    }

    private static String difference(String at, Object ours, Object theirs) {
        if (ours instanceof Map<?, ?> our && theirs instanceof Map<?, ?> their) {
            Set<Object> keys = new TreeSet<>(our.keySet());
            keys.addAll(their.keySet());
            return keys.stream()
                    .filter(key -> !Objects.equals(our.get(key), their.get(key)))
                    .findFirst()
                    .map(key -> difference(at + "/" + key, our.get(key), their.get(key)))
                    .orElse("");
        }
        if (ours instanceof List<?> our && theirs instanceof List<?> their && our.size() == their.size()) {
            for (int i = 0; i < our.size(); i++) {
                if (!our.get(i).equals(their.get(i))) {
                    return difference(at + "/" + i, our.get(i), their.get(i));
                }
            }
        }
        return at + ": ours " + described(ours) + ", theirs " + described(theirs);
    }

    private static String described(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
