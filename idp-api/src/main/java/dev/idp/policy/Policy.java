package dev.idp.policy;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a platform is held to: rules on intent, each of its own id.
 *
 * <p>Policies are values: taking a rule away or adding one makes another policy.
 */
public final class Policy {

    private final List<Rule<EnvironmentPlan>> rules;

    private Policy(Collection<Rule<EnvironmentPlan>> rules) {
        TreeMap<String, Rule<EnvironmentPlan>> byId = new TreeMap<>();
        for (Rule<EnvironmentPlan> rule : rules) {
            String id = rule.id();
            if (WaiverRules.IDS.contains(id)) {
                throw new IllegalArgumentException("the id '" + id + "' belongs to what is found about waivers");
            }
            if (byId.put(id, rule) != null) {
                throw new IllegalArgumentException("two rules have the id '" + id + "'");
            }
        }
        this.rules = List.copyOf(byId.values());
    }

    /**
     * Returns the policy of this library: {@linkplain IntentRules#all() all its rules}.
     *
     * @return what every platform should be held to until it says otherwise
     */
    public static Policy standard() {
        return new Policy(IntentRules.all());
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
        return new Policy(Arrays.asList(rules));
    }

    /**
     * Returns this policy with one more rule.
     *
     * @param rule the rule
     * @return the policy
     * @throws IllegalArgumentException if there is one of its id already; {@link #without} takes that away
     */
    public Policy with(Rule<EnvironmentPlan> rule) {
        List<Rule<EnvironmentPlan>> more = new ArrayList<>(rules);
        more.add(Objects.requireNonNull(rule, "a rule is null"));
        return new Policy(more);
    }

    /**
     * Returns this policy without a rule. Waivers of it are no longer needed, and are found as such.
     *
     * @param id the rule's id
     * @return the policy
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Policy without(String id) {
        requireKnown(id);
        return new Policy(rules.stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    /**
     * Returns this policy with some of its rules alone, for those who start with a few.
     *
     * @param ids the rules' ids
     * @return the policy
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Policy only(String... ids) {
        Arrays.stream(ids).forEach(this::requireKnown);
        Set<String> kept = Set.copyOf(Arrays.asList(ids));
        return new Policy(
                rules.stream().filter(rule -> kept.contains(rule.id())).toList());
    }

    private void requireKnown(String id) {
        if (rules.stream().noneMatch(rule -> rule.id().equals(id))) {
            throw new IllegalArgumentException(
                    "no rule '" + id + "', only " + rules.stream().map(Rule::id).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Returns the rules.
     *
     * @return in the order of their ids
     */
    public List<Rule<EnvironmentPlan>> rules() {
        return rules;
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
        List<Finding> found = new ArrayList<>();
        rules.forEach(rule -> found.addAll(check(rule, environment)));
        return Collections.unmodifiableList(found);
    }

    private static List<Finding> check(Rule<EnvironmentPlan> rule, EnvironmentPlan environment) {
        try {
            return List.copyOf(rule.check(environment));
        } catch (RuntimeException | AssertionError thrown) {
            return List.of(RuleFailure.finding(rule, environment, "", thrown));
        }
    }

    /** Returns the ids of the rules. */
    @Override
    public String toString() {
        return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
    }
}
