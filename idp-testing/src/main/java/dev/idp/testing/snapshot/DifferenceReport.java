package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what is different: subject by subject, each change once, with who said the new value. */
final class DifferenceReport {

    private static final int OTHERS = 2;

    private final Function<String, Optional<SnapshotSubject>> subjects;
    private final int most;

    /** By what it says, where it holds: in the first of them it is shown. */
    private final Map<Said, List<String>> places = new LinkedHashMap<>();

    /**
     * What is said once, wherever it holds; what is gone or new as a whole is said of each.
     *
     * @param subject the subject that is gone or new; empty for what is said of fields
     * @param kind what happened
     * @param path to which field
     * @param expected what the snapshot says
     * @param actual what there is now
     */
    private record Said(
            String subject,
            Difference.Kind kind,
            String path,
            @Nullable Object expected,
            @Nullable Object actual) {}

    private DifferenceReport(Function<String, Optional<SnapshotSubject>> subjects, int most) {
        this.subjects = subjects;
        this.most = most;
    }

    /**
     * Writes the report.
     *
     * @param different what is different
     * @param subjects finds what there is now, by its path
     * @param most how many differences are shown
     * @return lines, each with a line feed
     */
    static String of(
            List<SubjectComparison> different, Function<String, Optional<SnapshotSubject>> subjects, int most) {
        return new DifferenceReport(subjects, most).write(different);
    }

    /** The path of a subject: names are unique in their file alone. */
    static String path(String file, String subject) {
        return file + " " + subject;
    }

    private String write(List<SubjectComparison> different) {
        different.forEach(subject -> subject.differences()
                .forEach(difference -> places.computeIfAbsent(said(subject, difference), said -> new ArrayList<>())
                        .add(title(subject))));
        StringBuilder text = new StringBuilder();
        int left = most;
        int hidden = 0;
        for (SubjectComparison subject : different) {
            List<Difference> own = subject.differences().stream()
                    .filter(difference -> places.getOrDefault(said(subject, difference), List.of())
                                    .indexOf(title(subject))
                            == 0)
                    .toList();
            int shown = Math.min(left, own.size());
            left -= shown;
            hidden += own.size() - shown;
            if (shown > 0) {
                append(text, subject, own.subList(0, shown));
            }
        }
        if (hidden > 0) {
            text.append("  … and ").append(hidden).append(" more\n");
        }
        return text.toString();
    }

    private static Said said(SubjectComparison subject, Difference difference) {
        boolean isWhole = difference.place().path().isEmpty();
        return new Said(
                isWhole ? subject.file() + subject.name() : "",
                difference.kind(),
                difference.place().path(),
                difference.expected(),
                difference.actual());
    }

    private Optional<SnapshotSubject> now(SubjectComparison subject) {
        return subject.isThere() ? subjects.apply(path(subject.file(), subject.name())) : Optional.empty();
    }

    private String title(SubjectComparison subject) {
        return subject.name()
                + now(subject)
                        .map(SnapshotSubject::environment)
                        .filter(environment -> !environment.isEmpty())
                        .map(environment -> " in " + environment)
                        .orElse("");
    }

    private void append(StringBuilder text, SubjectComparison subject, List<Difference> differences) {
        Optional<SnapshotSubject> now = now(subject);
        text.append("  ").append(title(subject));
        for (Difference difference : differences) {
            boolean isWhole = difference.place().path().isEmpty();
            text.append(isWhole ? ": " : "\n    ");
            text.append(isWhole ? whole(subject, difference) : difference);
            now.flatMap(subjectNow -> subjectNow.source(difference.place().pointer()))
                    .ifPresent(source -> text.append(", by ").append(source));
            text.append(others(places.getOrDefault(said(subject, difference), List.of())));
        }
        text.append('\n');
    }

    private static String whole(SubjectComparison subject, Difference difference) {
        return switch (difference.kind()) {
            case ADDED -> "added";
            case REMOVED -> "removed from " + subject.file();
            default -> difference.toString();
        };
    }

    private static String others(List<String> names) {
        if (names.size() < 2) {
            return "";
        }
        List<String> others = names.subList(1, names.size());
        int named = others.size() <= OTHERS + 1 ? others.size() : OTHERS;
        return "; the same in " + String.join(", ", others.subList(0, named))
                + (others.size() > named ? " and " + (others.size() - named) + " others" : "");
    }
}
