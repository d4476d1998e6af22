package dev.idp.testing;

import dev.idp.policy.Finding;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Assertions on what rules found, and what of it is waived. */
public final class VerdictAssert extends IntentAssert<VerdictAssert, Verdict> {

    VerdictAssert(Verdict actual, Complaints complaints) {
        super(actual, true, complaints, VerdictAssert.class);
    }

    /**
     * Passes if nothing is open.
     *
     * <pre>{@code
     * assertThat(Policy.standard().check(plan, today)).isClean(); // passes if nothing was found that nobody waives
     * }</pre>
     *
     * @return this
     */
    public VerdictAssert isClean() {
        return hasNothingOpen(Severity.INFO);
    }

    /**
     * Passes if nothing is open that matters so much.
     *
     * <pre>{@code
     * assertThat(verdict).hasNothingOpen(Severity.WARNING); // passes if there are notes at most
     * assertThat(verdict).hasNothingOpen(Severity.WARNING); // else fails with each finding, its line and its fix
     * }</pre>
     *
     * @param least how much it must matter at least
     * @return this
     */
    public VerdictAssert hasNothingOpen(Severity least) {
        return fact(verdict -> {
            List<Finding> open = verdict.open(least);
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Expected nothing open"
                            + (least == Severity.INFO ? "" : " of " + least + " or more") + ", but "
                            + (open.size() == 1 ? "there is 1 finding:" : "there are " + open.size() + " findings:")
                            + lines(open));
        });
    }

    /**
     * Passes if a rule finds something at a subject, waived or not.
     *
     * <pre>{@code
     * assertThat(verdict).finds("public-means-tls", "frontend"); // passes if it does, in whatever environment
     * assertThat(verdict).finds("public-means-tls", "cart");     // fails, and says what the rule finds instead
     * }</pre>
     *
     * @param rule the id of the rule
     * @param subject where it must find something, such as a service
     * @return this
     */
    public VerdictAssert finds(String rule, String subject) {
        return fact(verdict -> {
            List<Finding> found = all(verdict).stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .toList();
            return found.stream().anyMatch(finding -> finding.subject().equals(subject))
                    ? Optional.empty()
                    : Optional.of("Expected rule " + rule + " to find something at " + subject + ", but it finds "
                            + (found.isEmpty() ? "nothing" : "only:" + lines(found)));
        });
    }

    /**
     * Passes if exactly what these rules find is waived somewhere.
     *
     * <pre>{@code
     * assertThat(verdict).waivesOnly("probes-distinct"); // passes if nobody waives anything else
     * assertThat(verdict).waivesOnly();                  // fails, and says what is waived, by whom and why
     * }</pre>
     *
     * @param rules the ids of the rules
     * @return this
     */
    public VerdictAssert waivesOnly(String... rules) {
        return fact(verdict -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(rules));
            TreeSet<String> actual = new TreeSet<>();
            verdict.waived().forEach(waived -> actual.add(waived.finding().rule()));
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of("Expected findings of exactly " + expected + " to be waived, but waived are those of "
                            + actual + lines(verdict.waived()));
        });
    }

    private static List<Finding> all(Verdict verdict) {
        List<Finding> all = new ArrayList<>(verdict.open());
        verdict.waived().forEach(waived -> all.add(waived.finding()));
        return all;
    }

    private static String lines(Collection<?> findings) {
        return findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining());
    }
}
