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
 * @param former its name in the snapshot, or its name now if it is new
 * @param name its name now, or what it was if it is gone
 * @param isThere whether there is such a subject now
 * @param differences what is different
 */
record SubjectComparison(String file, String former, String name, boolean isThere, List<Difference> differences) {

    /** Names end in it where a change of the content is to make another object. */
    private static final Pattern CONTENT_HASH = Pattern.compile("-[0-9a-f]{10}$");

    /** Leaves away the names that changed since what they name did, unless there is nothing else to say. */
    static List<SubjectComparison> withoutConsequences(List<SubjectComparison> all) {
        Set<List<String>> renamed = all.stream()
                .filter(subject -> !subject.former.equals(subject.name))
                .map(subject -> List.of(bare(subject.former), bare(subject.name)))
                .collect(Collectors.toSet());
        List<SubjectComparison> causes = all.stream()
                .map(subject -> subject.without(renamed))
                .filter(subject -> !subject.differences.isEmpty())
                .toList();
        return causes.isEmpty() ? all : causes;
    }

    private SubjectComparison without(Set<List<String>> renamed) {
        List<Difference> others = differences.stream()
                .filter(difference -> !(difference.expected() instanceof String before
                        && difference.actual() instanceof String after
                        && renamed.contains(List.of(before, after))))
                .toList();
        return new SubjectComparison(file, former, name, isThere, others);
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        return CONTENT_HASH.matcher(name).replaceFirst("");
    }

    static int count(List<SubjectComparison> all) {
        return all.stream().mapToInt(subject -> subject.differences.size()).sum();
    }

    /** Compares the subjects of a file; none of its differences is empty. */
    static List<SubjectComparison> of(String file, Map<String, Object> expected, Map<String, Object> actual) {
        Map<String, String> former = renamed(expected.keySet(), actual.keySet());
        List<SubjectComparison> different = new ArrayList<>();
        expected.forEach((name, tree) -> {
            if (!actual.containsKey(name) && !former.containsValue(name)) {
                different.add(
                        new SubjectComparison(file, name, name, false, List.of(Difference.removed(Place.ROOT, tree))));
            }
        });
        actual.forEach((name, tree) -> {
            String formerName = former.getOrDefault(name, name);
            @Nullable Object before = expected.get(formerName);
            List<Difference> differences =
                    before == null ? List.of(Difference.added(Place.ROOT, tree)) : TreeComparison.of(before, tree);
            if (!differences.isEmpty()) {
                different.add(new SubjectComparison(file, formerName, name, true, differences));
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
                .filter(name -> !stem(name).equals(name))
                .collect(Collectors.groupingBy(SubjectComparison::stem, LinkedHashMap::new, Collectors.toList()));
    }
}
