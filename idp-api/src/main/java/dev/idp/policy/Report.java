package dev.idp.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A verdict as people and tools read it: text, JSON, Markdown, JUnit's XML, SARIF. An equal verdict gives the same text on
 * every machine.
 *
 * <pre>{@code
 * Report report = Report.of(verdict, policy.rules()).on("dev", "prod");
 * Files.writeString(Path.of("target/policy.sarif"), report.toSarif("src/main/java"));
 * }</pre>
 *
 * <p>Lines end with a line feed, and the text is meant to be written as UTF-8.
 */
public final class Report {

    private final Verdict verdict;
    private final List<Rule<?>> rules;
    private final Set<String> environments;

    private Report(Verdict verdict, List<Rule<?>> rules, Set<String> environments) {
        this.verdict = verdict;
        this.rules = rules;
        this.environments = environments;
    }

    /**
     * Reports a verdict without the rules behind it: formats that list rules show those that something was found by.
     *
     * @param verdict the verdict
     * @return the report
     */
    public static Report of(Verdict verdict) {
        return of(verdict, List.of());
    }

    /**
     * Reports a verdict with the rules behind it, so that those that found nothing are seen to have been asked.
     *
     * @param verdict the verdict
     * @param rules the rules, on whatever they look at, in any order; of several with one id, the first counts
     * @return the report
     */
    public static Report of(Verdict verdict, Collection<? extends Rule<?>> rules) {
        TreeMap<String, Rule<?>> byId = new TreeMap<>();
        rules.forEach(rule -> byId.putIfAbsent(rule.id(), rule));
        return new Report(
                Objects.requireNonNull(verdict, "the verdict of a report is null"),
                List.copyOf(byId.values()),
                Set.of());
    }

    /**
     * Returns this report with the names of what was judged. A verdict does not know an environment in which nothing was
     * found; where each is listed, as in JUnit's XML, such a one would be missing.
     *
     * @param names the names of environments, in the order in which to list them
     * @return the report
     */
    public Report on(String... names) {
        return new Report(
                verdict, rules, Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(Arrays.asList(names)))));
    }

    /**
     * Returns the report for a terminal: what is open, by environment and subject, the gravest first, and a last line with
     * counts, which is all there is if nothing is open.
     *
     * @return the text
     */
    public String toText() {
        return TextReport.of(this);
    }

    /**
     * Returns the report for programs. Fields come in a fixed order; what does not apply is left out.
     *
     * @return JSON with a version of its format
     */
    public String toJson() {
        return JsonReport.of(this);
    }

    /**
     * Returns the report for a comment on a pull request: counts, a table for each environment, and what is waived, folded.
     *
     * @return Markdown as GitHub and GitLab show it
     */
    public String toMarkdown() {
        return MarkdownReport.of(this);
    }

    /**
     * Returns the report as test results: a suite for each environment with a test for each rule. A test fails on errors and
     * warnings, is skipped if all that was found is waived, and prints what is only worth knowing.
     *
     * @return XML as Surefire writes it, and Jenkins and GitLab read it
     */
    public String toJUnitXml() {
        return JUnitReport.of(this);
    }

    /**
     * Returns the report for code scanning. Files of Java are named by their packages.
     *
     * @return SARIF 2.1.0
     * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static Analysis Results Interchange
     *     Format</a>
     */
    public String toSarif() {
        return toSarif("");
    }

    /**
     * Returns the report for code scanning, with Java files where they are in the repository.
     *
     * @param sources the directory under which the packages are, for example {@code src/main/java}; empty for the root
     * @return SARIF 2.1.0
     */
    public String toSarif(String sources) {
        return new SarifReport(this, Objects.requireNonNull(sources, "the directory of sources is null")).text();
    }

    Verdict verdict() {
        return verdict;
    }

    /** By their ids. */
    List<Rule<?>> rules() {
        return rules;
    }

    /** Those that were named, then the others that something was found in, as the verdict has them. */
    List<String> environments() {
        Set<String> all = new LinkedHashSet<>(environments);
        findings().map(Finding::environment).forEach(all::add);
        return new ArrayList<>(all);
    }

    /** What is open, then what is waived. */
    Stream<Finding> findings() {
        return Stream.concat(verdict.open().stream(), verdict.waived().stream().map(Verdict.Waived::finding));
    }

    /** Returns {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
