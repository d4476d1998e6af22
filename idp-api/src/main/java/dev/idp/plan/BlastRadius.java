package dev.idp.plan;

import dev.idp.Environment;
import dev.idp.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What taking one plan instead of another does to what runs: which services, in which environments, by which fields, who said
 * so, and what comes of it.
 *
 * <pre>{@code
 * Plan released = Plan.fromJson(Files.readString(Path.of("released.json")));
 * BlastRadius radius = BlastRadius.of(released, Shop.platform().plan());
 * System.out.println(radius.toMarkdown()); // for the pull request
 * }</pre>
 *
 * <p>It is found out from intent alone, and is what any backend makes of it: settings say {@linkplain
 * dev.idp.Setting#affecting themselves} what a change of them does. What code that is attached to a plan does otherwise than
 * before, such as an edit of the same name, no plan knows; nor what is said of a resource to what supplies it, such as the
 * version of a database, unless that is a workload of the plan.
 */
public final class BlastRadius {

    private final Map<String, Set<Tier>> tiers;
    private final List<Impact> impacts;

    private BlastRadius(Map<String, Set<Tier>> tiers, List<Impact> impacts) {
        this.tiers = tiers;
        this.impacts = impacts;
    }

    /**
     * Finds out what comes of a change.
     *
     * @param before what runs, such as a plan that was saved when it was released
     * @param after what is to run
     * @return what comes of it
     */
    public static BlastRadius of(Plan before, Plan after) {
        Comparison comparison = Comparison.of(before, after);
        Map<String, EnvironmentPlan> old = byName(before);
        Map<String, EnvironmentPlan> now = byName(after);
        Map<String, Set<Tier>> tiers = new HashMap<>();
        Stream.concat(before.environments().stream(), after.environments().stream())
                .forEach(environment -> tiers.computeIfAbsent(environment.name(), name -> EnumSet.noneOf(Tier.class))
                        .add(environment.tier()));
        List<String> names = new ArrayList<>(
                after.environments().stream().map(EnvironmentPlan::name).toList());
        before.environments().stream()
                .map(EnvironmentPlan::name)
                .filter(name -> !now.containsKey(name))
                .forEach(names::add);
        return new BlastRadius(
                Map.copyOf(tiers),
                names.stream()
                        .flatMap(name -> Impacts.of(
                                name,
                                Optional.ofNullable(old.get(name)),
                                Optional.ofNullable(now.get(name)),
                                comparison)
                                .stream())
                        .toList());
    }

    private static Map<String, EnvironmentPlan> byName(Plan plan) {
        return plan.environments().stream()
                .collect(Collectors.toMap(EnvironmentPlan::name, environment -> environment));
    }

    /**
     * Returns what is another, and what comes of it.
     *
     * @return environment by environment, in the order of their tiers
     */
    public List<Impact> impacts() {
        return impacts;
    }

    /**
     * Returns what has an effect.
     *
     * @param effect the effect
     * @return in the order of {@link #impacts()}
     */
    public List<Impact> impacts(Effect effect) {
        return impacts.stream()
                .filter(impact -> impact.effects().contains(effect))
                .toList();
    }

    /**
     * Returns the services and jobs that have an effect, in any environment.
     *
     * @param effect the effect
     * @return their names
     */
    public NavigableSet<String> workloads(Effect effect) {
        return impacts(effect).stream()
                .flatMap(impact -> impact.workload().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns everything that comes of the change.
     *
     * @return the effects, the mildest first
     */
    public SortedSet<Effect> effects() {
        SortedSet<Effect> effects = new TreeSet<>();
        impacts.forEach(impact -> effects.addAll(impact.effects()));
        return Collections.unmodifiableSortedSet(effects);
    }

    /**
     * Returns what of it is in one environment.
     *
     * @param environment the environment
     * @return a part of this
     */
    public BlastRadius in(Environment environment) {
        return in(environment.name());
    }

    /**
     * Returns what of it is in one environment.
     *
     * @param environment the environment's name
     * @return a part of this
     * @throws IllegalArgumentException if neither plan has such an environment; the message lists those that there are
     */
    public BlastRadius in(String environment) {
        if (!tiers.containsKey(environment)) {
            throw new IllegalArgumentException("no environment '" + environment + "' in either plan, only "
                    + String.join(", ", new TreeSet<>(tiers.keySet())));
        }
        return only(impact -> impact.environment().equals(environment));
    }

    /**
     * Returns what of it is in the environments of a tier, those included that only were of it, or are to be.
     *
     * @param tier the tier
     * @return a part of this
     * @throws IllegalArgumentException if neither plan has an environment of the tier: what is asked of none is true of any
     */
    public BlastRadius in(Tier tier) {
        if (tiers.values().stream().noneMatch(all -> all.contains(tier))) {
            throw new IllegalArgumentException(
                    "no environment of tier " + tier.name().toLowerCase(Locale.ROOT) + " in either plan, only "
                            + String.join(", ", new TreeSet<>(tiers.keySet())));
        }
        return only(impact -> tiers.getOrDefault(impact.environment(), Set.of()).contains(tier));
    }

    /**
     * Returns what of it is about one service or job.
     *
     * @param workload its name
     * @return a part of this; empty if nothing about it is another
     */
    public BlastRadius of(String workload) {
        return only(impact -> impact.workload().equals(Optional.of(workload)));
    }

    private BlastRadius only(Predicate<Impact> which) {
        return new BlastRadius(tiers, impacts.stream().filter(which).toList());
    }

    /**
     * Tells whether nothing is another.
     *
     * @return false if anything is, even if nothing that runs notices
     */
    public boolean isEmpty() {
        return impacts.isEmpty();
    }

    /**
     * Returns it for a comment on a pull request: what comes of the change in a table, then every change, folded; what is the
     * same for several services is shown once.
     *
     * @return Markdown as GitHub and GitLab show it
     */
    public String toMarkdown() {
        return BlastMarkdown.of(impacts);
    }

    /** Returns one line for each change. */
    @Override
    public String toString() {
        return impacts.isEmpty()
                ? "nothing is another"
                : impacts.stream().map(Impact::toString).collect(Collectors.joining("\n"));
    }
}
