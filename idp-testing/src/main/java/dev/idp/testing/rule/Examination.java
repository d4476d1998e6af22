package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Held;
import dev.idp.policy.Rule;
import dev.idp.policy.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * What came out when a rule was shown a platform.
 *
 * @param rule the id of the rule
 * @param name what messages call it
 * @param sentence what it demands
 * @param seen how many it looked at, counted in each environment
 * @param noun what people call one of these; empty if that is not known, nor how many there are
 * @param findings all that violates it, waived or not, each once
 */
record Examination(
        String rule, String name, String sentence, String because, long seen, String noun, List<Finding> findings) {

    private static final String UNUSED = "waiver-unused";

    /** What is found twice counts once, as in a verdict. */
    Examination {
        findings = findings.stream().distinct().toList();
    }

    /** Shows a platform to a rule of the engine that has no words of ours. */
    static Examination of(Rule<EnvironmentPlan> rule, Plan plan) {
        return new Examination(
                rule.id(),
                rule.id(),
                "rule " + rule.id() + " must hold",
                rule.because(),
                0,
                "",
                plan.environments().stream()
                        .flatMap(environment -> rule.check(environment).stream())
                        .toList());
    }

    /** No day is known, so every violation counts, whoever waives it. */
    void requireKept(List<EnvironmentPlan> environments) {
        int waivable = verdictOn(environments, LocalDate.MIN).waived().size();
        String note = waivable == 0
                ? ""
                : "\n" + waivable + (waivable == 1 ? " has a waiver, which is" : " have waivers, which are")
                        + " heard when a day is given: check(plan, today)";
        require(findings, note);
    }

    void requireKept(List<EnvironmentPlan> environments, LocalDate today) {
        Verdict verdict = verdictOn(environments, today);
        require(verdict.open(), waived(verdict));
    }

    /** Another environment may need what nothing needs here. */
    void requireKept(EnvironmentPlan environment, LocalDate today) {
        Verdict verdict = verdictOn(List.of(environment), today);
        require(
                verdict.open().stream()
                        .filter(finding -> !finding.rule().equals(UNUSED))
                        .toList(),
                waived(verdict));
    }

    private static String waived(Verdict verdict) {
        return verdict.waived().isEmpty() ? "" : "\n" + verdict.waived().size() + " more waived";
    }

    private void require(List<Finding> open, String note) {
        if (!open.isEmpty()) {
            throw new AssertionError(Violations.text(headline() + "but " + count(open) + ":", open) + note);
        }
    }

    /** What is not waived, and what is wrong with the waivers of this rule alone. */
    Verdict verdictOn(List<EnvironmentPlan> environments, LocalDate today) {
        return Verdict.of(held(environments), findings, today);
    }

    /** What the rule threw may hide what it would have found. */
    boolean isBlind() {
        return findings.stream().anyMatch(FrozenKey::isCrash);
    }

    private List<Held> held(List<EnvironmentPlan> environments) {
        return environments.stream()
                .flatMap(environment -> Held.in(environment).stream())
                .filter(held -> held.id().equals(rule) || held.id().startsWith(rule + "/"))
                .toList();
    }

    String headline() {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ",\nbecause " + because + ",\n";
    }

    private String count(List<Finding> open) {
        long subjects = open.stream()
                .map(finding -> finding.environment() + "/" + finding.subject())
                .distinct()
                .count();
        if (noun.isEmpty()) {
            return Violations.count(open.size()) + (open.size() == 1 ? " was" : " were") + " found";
        }
        return subjects + " of " + seen + " " + noun + (seen == 1 ? "" : "s")
                + (subjects == 1 ? " violates " : " violate ") + name;
    }
}
