package dev.idp.testing.rule;

import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a violation is known from one run to the next: by where it is in the plan, whatever its line, its value, its words. */
final class FrozenKey {

    /** What the engine makes of what a rule throws; there is no other sign of it. */
    private static final String CRASH = "the rule failed at ";

    private static final Pattern LINE = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?|-) \\S.*");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private FrozenKey() {}

    /** Returns for example {@code prod services/orders/readiness}; a dash stands for what is about no environment. */
    static String of(Finding finding) {
        String path = finding.location()
                .map(location -> path(finding, location))
                .filter(known -> !known.isEmpty())
                .orElse(finding.subject() + part(finding));
        String environment = finding.environment().isEmpty() ? "-" : finding.environment();
        return LINE_BREAK
                .matcher(environment + " " + (path.isEmpty() ? "." : path))
                .replaceAll(" ");
    }

    private static String path(Finding finding, Location location) {
        String path = location.object() + location.pointer();
        return path.isEmpty() ? "" : path + part(finding);
    }

    private static String part(Finding finding) {
        return finding.part().isEmpty() ? "" : "/" + finding.part();
    }

    static boolean isCrash(Finding finding) {
        return finding.message().startsWith(CRASH);
    }

    static boolean isKey(String line) {
        return LINE.matcher(line).matches();
    }

    static SortedMap<String, Integer> counts(List<Finding> findings) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(of(finding), 1, Integer::sum));
        return counts;
    }

    /** One line for each violation, so that the size of a file is the number of its lines. */
    static List<String> lines(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .flatMap(entry -> Collections.nCopies(entry.getValue(), entry.getKey()).stream())
                .toList();
    }
}
