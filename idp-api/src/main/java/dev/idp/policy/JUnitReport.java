package dev.idp.policy;

import dev.idp.internal.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as test results. */
final class JUnitReport {

    /** Nobody measures rules, and the schema of Surefire asks for a time. */
    private static final String NO_TIME = "\" time=\"0\"";

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Report report;

    private JUnitReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new JUnitReport(report).text();
    }

    private String text() {
        List<Suite> suites = report.environments().stream().map(this::suite).toList();
        line(0, "<testsuites name=\"policy\"" + counts(suites.stream().flatMap(suite -> suite.tests().stream())) + ">");
        suites.forEach(this::write);
        line(0, "</testsuites>");
        return text.toString();
    }

    private record Suite(String name, List<RuleTest> tests) {}

    private Suite suite(String environment) {
        Verdict verdict = report.verdict().in(environment);
        Set<String> ids = new TreeSet<>();
        report.rules().forEach(rule -> ids.add(rule.id()));
        verdict.open().forEach(finding -> ids.add(finding.rule()));
        verdict.waived().forEach(waived -> ids.add(waived.finding().rule()));
        return new Suite(
                Wording.environment(environment),
                ids.stream().map(id -> RuleTest.of(id, verdict)).toList());
    }

    private static String counts(Stream<RuleTest> stream) {
        List<RuleTest> tests = stream.toList();
        return " tests=\"" + tests.size()
                + "\" failures=\"" + tests.stream().filter(RuleTest::isFailed).count()
                + "\" errors=\"0\"";
    }

    private void write(Suite suite) {
        long skipped = suite.tests().stream().filter(RuleTest::isSkipped).count();
        line(
                2,
                "<testsuite name=\"" + XmlText.of(suite.name()) + "\"" + counts(suite.tests().stream()) + " skipped=\""
                        + skipped + NO_TIME + ">");
        suite.tests().forEach(test -> write(suite.name(), test));
        line(2, "</testsuite>");
    }

    private void write(String suite, RuleTest test) {
        String head = "<testcase classname=\"" + XmlText.of(suite) + "\" name=\"" + XmlText.of(test.rule()) + NO_TIME;
        if (!test.isFailed() && !test.isSkipped() && test.printed().isEmpty()) {
            line(4, head + "/>");
            return;
        }
        line(4, head + ">");
        if (test.isFailed()) {
            Finding first = test.failures().get(0);
            int more = test.failures().size() - 1;
            line(
                    6,
                    "<failure type=\"" + first.severity() + "\" message=\""
                            + XmlText.of(summary(first) + (more == 0 ? "" : " (and " + more + " more)")) + "\">"
                            + content(test.failures()) + "</failure>");
        }
        if (test.isSkipped()) {
            line(6, "<skipped message=\"" + XmlText.of(skipped(test.waived())) + "\"/>");
        }
        if (!test.printed().isEmpty()) {
            line(6, "<system-out>" + content(test.printed()) + "</system-out>");
        }
        line(4, "</testcase>");
    }

    private static String summary(Finding finding) {
        return OneLine.of((finding.subject().isEmpty() ? "" : finding.subject() + ": ") + finding.message());
    }

    private static String skipped(List<Verdict.Waived> waived) {
        return waived.stream()
                .map(pair -> OneLine.of(summary(pair.finding()) + "; waived " + pair.waiver()))
                .collect(Collectors.joining("\n"));
    }

    private static String content(List<?> lines) {
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(XmlText.of(OneLine.of(line.toString()))));
        return String.join("\n", all);
    }

    private void line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }
}
