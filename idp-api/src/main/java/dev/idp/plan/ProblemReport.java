package dev.idp.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text of a {@link PlatformException}: what is wrong at several places for one reason is said once. */
final class ProblemReport {

    private static final int NAMED_SUBJECTS = 4;

    private ProblemReport() {}

    static String of(String platform, List<String> environments, List<Problem> problems) {
        Map<Cause, Map<String, Set<String>>> causes = new LinkedHashMap<>();
        for (Problem problem : problems) {
            causes.computeIfAbsent(
                            new Cause(problem.message(), problem.citations(), problem.fix()),
                            cause -> new LinkedHashMap<>())
                    .computeIfAbsent(problem.subject(), subject -> new LinkedHashSet<>())
                    .add(problem.environment());
        }
        StringBuilder text = new StringBuilder()
                .append(causes.size())
                .append(causes.size() == 1 ? " problem" : " problems")
                .append(" in platform '")
                .append(platform)
                .append("':");
        causes.forEach((cause, places) -> cause.append(text, where(places, environments)));
        return text.toString();
    }

    private static String where(Map<String, Set<String>> places, List<String> environments) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        places.forEach((subject, found) -> subjects.computeIfAbsent(
                        isItself(subject, found) ? "" : inAll(found, environments), in -> new ArrayList<>())
                .add(subject));
        List<String> groups = new ArrayList<>();
        subjects.forEach((in, names) -> groups.add(enumerate(names) + in));
        return String.join("; ", groups);
    }

    /** Nobody wants to read "environment dev in dev". */
    private static boolean isItself(String subject, Set<String> found) {
        return found.stream().allMatch(environment -> subject.equals("environment " + environment));
    }

    private static String inAll(Set<String> found, List<String> environments) {
        if (found.contains("") || (environments.size() > 1 && found.containsAll(environments))) {
            return "";
        }
        return " in " + enumerate(List.copyOf(found));
    }

    private static String enumerate(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.size() > NAMED_SUBJECTS) {
            return String.join(", ", names.subList(0, NAMED_SUBJECTS - 1)) + " and "
                    + (names.size() - NAMED_SUBJECTS + 1) + " more";
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private record Cause(String message, List<Problem.Citation> citations, String fix) {

        void append(StringBuilder text, String where) {
            text.append("\n  ").append(where).append(": ").append(message);
            int width = "fix".length();
            for (Problem.Citation citation : citations) {
                width = Math.max(width, citation.label().length());
            }
            for (Problem.Citation citation : citations) {
                appendLine(text, width, citation.label(), citation.place());
            }
            appendLine(text, width, "fix", fix);
        }

        private static void appendLine(StringBuilder text, int width, String label, String content) {
            text.append("\n      ").append(label);
            text.append(" ".repeat(width - label.length() + 1)).append(content);
        }
    }
}
