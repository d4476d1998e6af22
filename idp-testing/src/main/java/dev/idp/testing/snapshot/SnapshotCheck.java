package dev.idp.testing.snapshot;

import dev.idp.explain.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds one snapshot against its files. */
final class SnapshotCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*|");

    private final SnapshotSession session;
    private final SnapshotOptions options;
    private final String name;
    private final Map<String, SnapshotSubject> subjects = new LinkedHashMap<>();

    /** The subjects by file and name, as they may be shown. */
    private final SortedMap<String, Map<String, Object>> actual = new TreeMap<>();

    SnapshotCheck(SnapshotSession session, SnapshotOptions options, String name) {
        this.session = session;
        this.options = options;
        this.name = name;
    }

    void check(List<? extends SnapshotSubject> shown) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A snapshot cannot be called '" + name + "': use letters, digits, '-' and '_'");
        }
        if (shown.isEmpty()) {
            throw new AssertionError("The snapshot '" + name + "' would show nothing; fix: ask for something else");
        }
        shown.forEach(this::add);
        SortedMap<String, String> texts = new TreeMap<>();
        actual.forEach((path, content) -> texts.put(path, SnapshotText.write(content)));
        Mode mode = Mode.of(session.surroundings());
        session.requests().add(name, Origin.capture(), texts);
        refuseLong(texts);
        SortedMap<String, String> saved = session.files().of(name, texts.keySet());
        if (saved.isEmpty()) {
            writeFirst(mode, texts);
        } else {
            compare(mode, texts, saved);
        }
    }

    private void add(SnapshotSubject subject) {
        if (!FILE.matcher(subject.file()).matches()) {
            throw new IllegalArgumentException("'" + subject.file() + "' is no name for the file of " + subject.name());
        }
        String path = SnapshotFiles.path(name, subject.file());
        Object tree = options.redaction().ofActual(subject.name(), Canonical.of(subject.tree()));
        Object former =
                actual.computeIfAbsent(path, file -> new LinkedHashMap<>()).put(subject.name(), tree);
        if (former != null) {
            throw new IllegalArgumentException("The snapshot '" + name + "' shows " + subject.name() + " twice");
        }
        subjects.put(DifferenceReport.path(path, subject.name()), subject);
    }

    private void refuseLong(SortedMap<String, String> texts) {
        texts.forEach((path, text) -> {
            long lines = text.lines().count();
            if (lines > options.mostLines()) {
                throw new AssertionError("The snapshot " + shown(path) + " has " + lines
                        + " lines, more than the " + options.mostLines()
                        + " that a reader is asked to review; fix: show less, or allow more");
            }
        });
    }

    private void writeFirst(Mode mode, SortedMap<String, String> texts) {
        if (mode == Mode.READ_ONLY) {
            throw new AssertionError("The snapshot " + title() + " was never written: there is no "
                    + shown(texts.firstKey())
                    + "\n  fix: run the test where files may be written, review what it writes, and commit it");
        }
        texts.forEach((path, text) -> session.write(path, Optional.empty(), text));
    }

    private void compare(Mode mode, SortedMap<String, String> texts, SortedMap<String, String> saved) {
        List<String> broken = new ArrayList<>();
        List<SubjectComparison> different = new ArrayList<>();
        TreeSet<String> stale = new TreeSet<>();
        TreeSet<String> paths = new TreeSet<>(saved.keySet());
        paths.addAll(texts.keySet());
        for (String path : paths) {
            try {
                List<SubjectComparison> comparisons =
                        SubjectComparison.of(path, expected(saved.get(path)), actual.getOrDefault(path, Map.of()));
                different.addAll(comparisons);
                if (!comparisons.isEmpty() || !texts.containsKey(path)) {
                    stale.add(path);
                }
            } catch (SnapshotText.Broken wrong) {
                broken.add(shown(path) + " " + wrong.getMessage());
                stale.add(path);
            }
        }
        if (mode == Mode.UPDATE) {
            stale.forEach(path -> session.replace(path, saved.get(path), texts.get(path)));
        } else if (!broken.isEmpty()) {
            throw new AssertionError("The snapshot " + title() + " cannot be read:\n  " + String.join("\n  ", broken)
                    + "\n  fix: mend it, or write it anew with -D" + Mode.PROPERTY + "=update");
        } else if (!different.isEmpty()) {
            throw new AssertionError(message(different));
        }
    }

    private Map<String, Object> expected(@Nullable String text) throws SnapshotText.Broken {
        if (text == null) {
            return Map.of();
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        SnapshotText.read(text).forEach((subject, tree) -> {
            Object canonical = options.redaction().ofExpected(subject, Canonical.of(tree));
            shown.put(subject, canonical == null ? Map.of() : canonical);
        });
        return Collections.unmodifiableMap(shown);
    }

    private String message(List<SubjectComparison> different) {
        List<SubjectComparison> causes = SubjectComparison.withoutConsequences(different);
        int count = SubjectComparison.count(causes);
        int consequences = SubjectComparison.count(different) - count;
        return "The snapshot " + title() + " differs in " + count + (count == 1 ? " place:\n" : " places:\n")
                + DifferenceReport.of(
                        causes, path -> Optional.ofNullable(subjects.get(path)), options.mostDifferences())
                + (consequences == 0 ? "" : "  and in " + consequences + " names with a hash of what differs\n")
                + "  accept with -D" + Mode.PROPERTY + "=update";
    }

    private String shown(String path) {
        return SnapshotFiles.shown(session.files().file(path));
    }

    private String title() {
        return "'" + name + "' of " + session.files().owner();
    }
}
