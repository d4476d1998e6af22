package dev.idp.policy;

import dev.idp.explain.Origin;
import java.util.Optional;

/** What becomes of an exception in the code of a rule: a finding, so that those of other rules are not lost. */
final class RuleFailure {

    private RuleFailure() {}

    static Finding finding(Rule<?> rule, String environment, String subject, Throwable thrown) {
        String first = thrown.toString().lines().findFirst().orElse("");
        return new Finding(
                rule.id(),
                Severity.ERROR,
                environment,
                subject,
                "",
                "the rule failed at " + Origin.of(thrown) + ": " + first,
                "mend the rule",
                Optional.empty(),
                Optional.empty());
    }
}
