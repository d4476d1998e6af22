package dev.idp.policy;

import dev.idp.internal.text.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings for a terminal. */
final class TextReport {

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    static String of(Report report) {
        TextReport out = new TextReport();
        grouped(report.verdict().open()).forEach(out::environment);
        out.text.append(Wording.counts(report.verdict())).append('\n');
        return out.text.toString();
    }

    /** By environment and subject. The gravest of an environment come first, and so do their subjects. */
    private static Map<String, Map<String, List<Finding>>> grouped(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::environment,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Finding::subject, LinkedHashMap::new, Collectors.toList())));
    }

    private void environment(String name, Map<String, List<Finding>> bySubject) {
        line(0, Wording.environment(name));
        bySubject.forEach((subject, findings) -> {
            line(2, subject.isEmpty() ? "the environment itself" : OneLine.of(subject));
            findings.forEach(this::finding);
        });
    }

    private void finding(Finding finding) {
        line(4, finding.severity() + " " + OneLine.of(finding.rule() + ": " + finding.message()));
        detail("at ", Wording.place(finding));
        detail("fix", OneLine.of(finding.fix()));
    }

    private void detail(String name, String what) {
        if (!what.isEmpty()) {
            line(8, name + " " + what);
        }
    }

    private void line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }
}
