package dev.idp.policy;

import dev.idp.internal.text.MarkdownText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for a comment on a pull request. */
final class MarkdownReport {

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> links = new HashMap<>();

    private MarkdownReport(List<Rule<?>> rules) {
        rules.forEach(rule -> rule.link().ifPresent(link -> links.put(rule.id(), link)));
    }

    static String of(Report report) {
        Verdict verdict = report.verdict();
        MarkdownReport out = new MarkdownReport(report.rules());
        out.line("**" + Wording.counts(verdict) + "**");
        report.environments().stream()
                .filter(name -> !verdict.in(name).open().isEmpty())
                .forEach(name -> out.environment(name, verdict.in(name).open()));
        if (!verdict.waived().isEmpty()) {
            out.waived(verdict.waived());
        }
        return out.text.toString();
    }

    private void environment(String name, List<Finding> findings) {
        line("");
        line("### " + MarkdownText.inline(Wording.environment(name)));
        line("");
        head("Severity", "Rule", "Subject", "Finding", "Fix", "Where");
        findings.forEach(finding -> row(
                finding.severity().name(),
                rule(finding.rule()),
                MarkdownText.inline(finding.subject()),
                MarkdownText.inline(finding.message()),
                MarkdownText.inline(finding.fix()),
                MarkdownText.inline(Wording.place(finding))));
    }

    private void waived(List<Verdict.Waived> all) {
        line("");
        // What follows is Markdown again only after an empty line.
        line("<details><summary>" + all.size() + " waived</summary>");
        line("");
        head("Environment", "Rule", "Subject", "Finding", "Until", "By", "Why");
        all.forEach(waived -> row(
                MarkdownText.inline(Wording.environment(waived.finding().environment())),
                rule(waived.finding().rule()),
                MarkdownText.inline(waived.finding().subject()),
                MarkdownText.inline(waived.finding().message()),
                waived.waiver().until().toString(),
                MarkdownText.inline(waived.waiver().owner()),
                MarkdownText.inline(waived.waiver().reason())));
        line("");
        line("</details>");
    }

    private String rule(String id) {
        String name = MarkdownText.inline(id);
        String link = links.get(id);
        return link == null ? name : "[" + name + "](" + MarkdownText.destination(link) + ")";
    }

    private void head(String... names) {
        row(names);
        line(Stream.of(names).map(name -> "---").collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void row(String... cells) {
        line(Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
