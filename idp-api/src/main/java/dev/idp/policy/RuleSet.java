package dev.idp.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rules on one kind of thing, each of its own id. Taking a rule away or adding one makes another set.
 *
 * @param <T> what the rules look at
 */
public final class RuleSet<T> {

    private final List<Rule<T>> rules;

    private RuleSet(List<Rule<T>> rules) {
        this.rules = rules;
    }

    /**
     * Returns a set of rules.
     *
     * @param <T> what the rules look at
     * @param rules the rules, in any order
     * @return the set
     * @throws IllegalArgumentException if two of them have the same id, or one has an id of this library's own
     */
    public static <T> RuleSet<T> of(Collection<Rule<T>> rules) {
        TreeMap<String, Rule<T>> byId = new TreeMap<>();
        for (Rule<T> rule : rules) {
            String id = Objects.requireNonNull(rule, "a rule is null").id();
            if (WaiverRules.IDS.contains(id)) {
                throw new IllegalArgumentException("the id '" + id + "' belongs to what is found about waivers");
            }
            if (byId.put(id, rule) != null) {
                throw new IllegalArgumentException("two rules have the id '" + id + "'");
            }
        }
        return new RuleSet<>(List.copyOf(byId.values()));
    }

    /**
     * Returns this set with one more rule.
     *
     * @param rule the rule
     * @return the set
     * @throws IllegalArgumentException if there is one of its id already; {@link #without} takes that away
     */
    public RuleSet<T> with(Rule<T> rule) {
        List<Rule<T>> more = new ArrayList<>(rules);
        more.add(Objects.requireNonNull(rule, "a rule is null"));
        return of(more);
    }

    /**
     * Returns this set without a rule.
     *
     * @param id the rule's id
     * @return the set
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public RuleSet<T> without(String id) {
        requireKnown(id);
        return new RuleSet<>(
                rules.stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    /**
     * Returns this set with some of its rules alone.
     *
     * @param ids the rules' ids
     * @return the set
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public RuleSet<T> only(String... ids) {
        Arrays.stream(ids).forEach(this::requireKnown);
        Set<String> kept = Set.copyOf(Arrays.asList(ids));
        return new RuleSet<>(
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
    public List<Rule<T>> rules() {
        return rules;
    }

    /**
     * Finds everything, whoever waives it. A rule whose code fails is a finding, and the others go on.
     *
     * @param subject what to look at
     * @param environment the name under which failures of rules are found; empty for that of several environments
     * @return what was found, rule by rule
     */
    public List<Finding> findings(T subject, String environment) {
        List<Finding> found = new ArrayList<>();
        for (Rule<T> rule : rules) {
            try {
                found.addAll(rule.check(subject));
            } catch (RuntimeException | AssertionError thrown) {
                found.add(RuleFailure.finding(rule, environment, "", thrown));
            }
        }
        return List.copyOf(found);
    }

    /** Returns the ids of the rules. */
    @Override
    public String toString() {
        return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
    }
}
