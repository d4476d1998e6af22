package dev.idp.policy;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;

/** Takes what a rule finds at one subject, such as a service in an environment. */
public final class Findings {

    private final Rule<?> rule;
    private final EnvironmentPlan environment;
    private final String subject;
    private final List<Finding> found = new ArrayList<>();

    Findings(Rule<?> rule, EnvironmentPlan environment, String subject) {
        this.rule = rule;
        this.environment = environment;
        this.subject = subject;
    }

    /**
     * Returns where the subject is.
     *
     * @return the plan of the environment
     */
    public EnvironmentPlan environment() {
        return environment;
    }

    /**
     * Adds a finding as grave as the rule, with the rule's fix.
     *
     * @param cause the decision that it was found in, which leads to a line
     * @param message what was found, in one clause
     */
    public void add(Decision<?> cause, String message) {
        add(rule.severity(), cause, message);
    }

    /**
     * Adds a finding with the rule's fix.
     *
     * @param severity how much it matters, at most as much as the rule
     * @param cause the decision that it was found in, which leads to a line
     * @param message what was found, in one clause
     */
    public void add(Severity severity, Decision<?> cause, String message) {
        add(severity, cause, message, rule.fix());
    }

    /**
     * Adds a finding with a fix of its own.
     *
     * @param severity how much it matters, at most as much as the rule
     * @param cause the decision that it was found in, which leads to a line
     * @param message what was found, in one clause
     * @param fix what to do, in one clause
     * @throws IllegalArgumentException if it matters more than the rule says that its findings do
     */
    public void add(Severity severity, Decision<?> cause, String message, String fix) {
        if (severity.compareTo(rule.severity()) > 0) {
            throw new IllegalArgumentException(
                    "a finding is " + severity + ", and the rule says at most " + rule.severity());
        }
        found.add(Finding.of(rule, severity, environment, subject, cause, message, fix));
    }

    void failed(Throwable thrown) {
        found.add(RuleFailure.finding(rule, environment.name(), subject, thrown));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
