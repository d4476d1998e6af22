package dev.idp.testing.rule;

import dev.idp.policy.Finding;
import java.util.List;

/** Violations as people read them: what, who made it so, and what to do. */
final class Violations {

    private Violations() {}

    /** A remedy that all share stands at the end, others stand where they help. */
    static String text(String headline, List<Finding> findings) {
        StringBuilder text = new StringBuilder(headline);
        List<String> fixes = findings.stream()
                .map(Finding::fix)
                .filter(fix -> !fix.isEmpty())
                .distinct()
                .toList();
        boolean isShared = fixes.size() == 1
                && findings.stream().noneMatch(finding -> finding.fix().isEmpty());
        for (Finding finding : findings) {
            String where = finding.subject().isEmpty() ? "" : finding.subject() + " in ";
            text.append("\n  ").append(where).append(finding.environment());
            text.append(": ").append(finding.message());
            finding.place().ifPresent(place -> text.append("\n      ").append(place));
            if (!isShared && !finding.fix().isEmpty()) {
                text.append("\n      fix: ").append(finding.fix());
            }
        }
        return text.append(isShared ? "\nfix: " + fixes.get(0) : "").toString();
    }

    static String count(long violations) {
        return violations + (violations == 1 ? " violation" : " violations");
    }
}
