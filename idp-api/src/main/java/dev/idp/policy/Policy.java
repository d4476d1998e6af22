package dev.idp.policy;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What a platform is held to: rules on intent, each of its own id.
 *
 * <p>Policies are values: taking a rule away or adding one makes another policy.
 */
public final class Policy {

    private final RuleSet<EnvironmentPlan> rules;

    private Policy(RuleSet<EnvironmentPlan> rules) {
        this.rules = rules;
    }

    /**
     * Returns the policy of this library: {@linkplain IntentRules#all() all its rules}.
     *
     * @return what every platform should be held to until it says otherwise
     */
    public static Policy standard() {
        return new Policy(RuleSet.of(IntentRules.all()));
    }

    /**
     * Returns a policy of some rules alone.
     *
     * @param rules the rules, in any order
     * @return the policy
     * @throws IllegalArgumentException if two of them have the same id
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, and nobody else sees it.
    public static Policy of(Rule<EnvironmentPlan>... rules) {
        return new Policy(RuleSet.of(List.of(rules)));
    }

    /**
     * Returns this policy with one more rule.
     *
     * @param rule the rule
     * @return the policy
     * @throws IllegalArgumentException if there is one of its id already; {@link #without} takes that away
     */
    public Policy with(Rule<EnvironmentPlan> rule) {
        return new Policy(rules.with(rule));
    }

    /**
     * Returns this policy without a rule. Waivers of it are no longer needed, and are found as such.
     *
     * @param id the rule's id
     * @return the policy
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Policy without(String id) {
        return new Policy(rules.without(id));
    }

    /**
     * Returns this policy with some of its rules alone, for those who start with a few.
     *
     * @param ids the rules' ids
     * @return the policy
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Policy only(String... ids) {
        return new Policy(rules.only(ids));
    }

    /**
     * Returns the rules.
     *
     * @return in the order of their ids
     */
    public List<Rule<EnvironmentPlan>> rules() {
        return rules.rules();
    }

    /**
     * Holds a whole platform to the rules.
     *
     * @param plan the plan
     * @param today the day on which waivers are judged
     * @return what was found, and what of it is waived
     */
    public Verdict check(Plan plan, LocalDate today) {
        return Verdict.of(plan, findings(plan), today);
    }

    /**
     * Holds one environment to the rules. A waiver that only another environment needs seems unused here, so a platform
     * is better checked as a whole; {@link Verdict#in} then picks an environment.
     *
     * @param environment the environment's plan
     * @param today the day on which waivers are judged
     * @return what was found, and what of it is waived
     */
    public Verdict check(EnvironmentPlan environment, LocalDate today) {
        return Verdict.of(environment, findings(environment), today);
    }

    /**
     * Finds everything, whoever waives it: for joining with what other rules found, on manifests for example, before
     * {@link Verdict#of(Plan, Collection, LocalDate)} judges all of it at once.
     *
     * @param plan the plan
     * @return what was found, environment by environment, rule by rule
     */
    public List<Finding> findings(Plan plan) {
        return plan.environments().stream()
                .flatMap(environment -> findings(environment).stream())
                .toList();
    }

    /**
     * Finds everything in one environment, whoever waives it.
     *
     * @param environment the environment's plan
     * @return what was found, rule by rule
     */
    public List<Finding> findings(EnvironmentPlan environment) {
        return rules.findings(environment, environment.name());
    }

    /** Returns the ids of the rules. */
    @Override
    public String toString() {
        return rules.toString();
    }
}
