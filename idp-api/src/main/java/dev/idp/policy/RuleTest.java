package dev.idp.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one rule found in one environment, seen as a test.
 *
 * @param rule the rule's id
 * @param failures what is open and worth mending
 * @param notes what is open and worth knowing
 * @param waived what may stay
 */
record RuleTest(String rule, List<Finding> failures, List<Finding> notes, List<Verdict.Waived> waived) {

    static RuleTest of(String rule, Verdict verdict) {
        List<Finding> open = verdict.open().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        return new RuleTest(
                rule,
                open.stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList(),
                open.stream()
                        .filter(finding -> finding.severity() == Severity.INFO)
                        .toList(),
                verdict.waived().stream()
                        .filter(waived -> waived.finding().rule().equals(rule))
                        .toList());
    }

    boolean isFailed() {
        return !failures.isEmpty();
    }

    boolean isSkipped() {
        return failures.isEmpty() && notes.isEmpty() && !waived.isEmpty();
    }

    /** What is said beside the result: a skipped test says its waivers itself. */
    List<?> printed() {
        List<Object> printed = new ArrayList<>(notes);
        if (!isSkipped()) {
            printed.addAll(waived);
        }
        return printed;
    }
}
