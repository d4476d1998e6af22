package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is different about one subject.
 *
 * @param file the file that it is in, relative to the directory
 * @param name its name now, or what it was if it is gone
 * @param isThere whether there is such a subject now
 * @param differences what is different
 */
record SubjectComparison(String file, String name, boolean isThere, List<Difference> differences) {

    /** Names end in it where a change of the content is to make another object. */
    private static final Pattern CONTENT_HASH = Pattern.compile("-[0-9a-f]{10}$");

    /** Compares the subjects of a file; none of its differences is empty. */
    static List<SubjectComparison> of(String file, Map<String, Object> expected, Map<String, Object> actual) {
        Map<String, String> former = renamed(expected.keySet(), actual.keySet());
        List<SubjectComparison> different = new ArrayList<>();
        expected.forEach((name, tree) -> {
            if (!actual.containsKey(name) && !former.containsValue(name)) {
                different.add(new SubjectComparison(file, name, false, List.of(Difference.removed(Place.ROOT, tree))));
            }
        });
        actual.forEach((name, tree) -> {
            @Nullable Object before = expected.get(former.getOrDefault(name, name));
            List<Difference> differences =
                    before == null ? List.of(Difference.added(Place.ROOT, tree)) : TreeComparison.of(before, tree);
            if (!differences.isEmpty()) {
                different.add(new SubjectComparison(file, name, true, differences));
            }
        });
        return different;
    }

    /** What new subjects were called, where only the hash of their content differs. */
    private static Map<String, String> renamed(Set<String> before, Set<String> after) {
        Map<String, List<String>> gone = byStem(before, after);
        Map<String, String> former = new LinkedHashMap<>();
        byStem(after, before).forEach((stem, names) -> {
            List<String> candidates = gone.getOrDefault(stem, List.of());
            if (names.size() == 1 && candidates.size() == 1) {
                former.put(names.get(0), candidates.get(0));
            }
        });
        return former;
    }

    private static Map<String, List<String>> byStem(Set<String> names, Set<String> others) {
        Set<String> only = new LinkedHashSet<>(names);
        only.removeAll(others);
        return only.stream()
                .filter(name -> CONTENT_HASH.matcher(name).find())
                .collect(Collectors.groupingBy(
                        name -> CONTENT_HASH.matcher(name).replaceFirst(""), LinkedHashMap::new, Collectors.toList()));
    }
}
