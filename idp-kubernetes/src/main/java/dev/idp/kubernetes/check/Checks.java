package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.check.SchemaRules;
import dev.idp.kubernetes.internal.check.StandardRules;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Held;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleSet;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What manifests are held to before they reach a cluster: rules on objects, each of its own id.
 *
 * <p>Checks are values: taking a rule away or adding one makes others.
 *
 * <pre>{@code
 * Verdict verdict = Checks.standard().check(ObjectSet.read("prod", Path.of("deploy/prod")), today);
 * }</pre>
 *
 * <p>What was rendered from a plan is best judged together with the rules on intent, by {@link #check(Plan, Policy,
 * ObjectSet, LocalDate)}.
 */
public final class Checks {

    private final RuleSet<ObjectSet> rules;

    private Checks(RuleSet<ObjectSet> rules) {
        this.rules = rules;
    }

    /**
     * Returns the checks of this library for the newest version of Kubernetes that it knows.
     *
     * @return what manifests should be held to until somebody says otherwise: what must be mended, and what should be
     */
    public static Checks standard() {
        return standard(KubernetesVersion.NEWEST);
    }

    /**
     * Returns the checks of this library for clusters of one version.
     *
     * @param version the version of the clusters
     * @return what must be mended, and what should be
     */
    public static Checks standard(KubernetesVersion version) {
        return new Checks(RuleSet.of(StandardRules.of(version).stream()
                .filter(rule -> rule.severity() != Severity.INFO)
                .toList()));
    }

    /**
     * Returns every check of this library for the newest version of Kubernetes that it knows.
     *
     * @return also what is worth knowing, and a matter of taste: limits of ephemeral storage, how copies are spread
     */
    public static Checks thorough() {
        return thorough(KubernetesVersion.NEWEST);
    }

    /**
     * Returns every check of this library for clusters of one version.
     *
     * @param version the version of the clusters
     * @return also what is worth knowing, and a matter of taste
     */
    public static Checks thorough(KubernetesVersion version) {
        return new Checks(RuleSet.of(StandardRules.of(version)));
    }

    /**
     * Returns checks of some rules alone.
     *
     * @param rules the rules, in any order
     * @return the checks
     * @throws IllegalArgumentException if two of them have the same id
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, and nobody else sees it.
    public static Checks of(Rule<ObjectSet>... rules) {
        return new Checks(RuleSet.of(Arrays.asList(rules)));
    }

    /**
     * Returns checks of some rules alone, such as those of {@link PodSecurity}.
     *
     * @param rules the rules, in any order
     * @return the checks
     * @throws IllegalArgumentException if two of them have the same id
     */
    public static Checks of(Collection<Rule<ObjectSet>> rules) {
        return new Checks(RuleSet.of(rules));
    }

    /**
     * Returns these checks with one more rule.
     *
     * @param rule the rule, of {@link ManifestRules} or of one's own
     * @return the checks
     * @throws IllegalArgumentException if there is one of its id already; {@link #without} takes that away
     */
    public Checks with(Rule<ObjectSet> rule) {
        return new Checks(rules.with(rule));
    }

    /**
     * Returns these checks with those of schemas by what a cluster says of its own kinds: fields, types, required fields and
     * known values are then those of its version. The rules on schemas are replaced, and those that were taken away are back.
     *
     * @param schema what the cluster says
     * @return the checks
     */
    public Checks against(ClusterSchema schema) {
        Map<String, Rule<ObjectSet>> byId = new LinkedHashMap<>();
        rules.rules().forEach(rule -> byId.put(rule.id(), rule));
        SchemaRules.all(Optional.of(schema.kinds())).forEach(rule -> byId.put(rule.id(), rule));
        return new Checks(RuleSet.of(byId.values()));
    }

    /**
     * Returns these checks without a rule.
     *
     * @param id the rule's id
     * @return the checks
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Checks without(String id) {
        return new Checks(rules.without(id));
    }

    /**
     * Returns these checks with some of their rules alone.
     *
     * @param ids the rules' ids
     * @return the checks
     * @throws IllegalArgumentException if there is no such rule; the message lists those that there are
     */
    public Checks only(String... ids) {
        return new Checks(rules.only(ids));
    }

    /**
     * Returns the rules.
     *
     * @return in the order of their ids
     */
    public List<Rule<ObjectSet>> rules() {
        return rules.rules();
    }

    /**
     * Finds everything, whoever waives it: for joining with what rules on intent found.
     *
     * @param objects the objects of one environment or of several
     * @return what could not be read, then what was found, rule by rule
     */
    public List<Finding> findings(ObjectSet objects) {
        List<Finding> found = new ArrayList<>(objects.unreadable());
        found.addAll(rules.findings(
                objects,
                objects.objects().stream()
                        .map(ManifestObject::environment)
                        .distinct()
                        .collect(Collectors.joining(", "))));
        return List.copyOf(found);
    }

    /**
     * Holds objects to the rules. Waivers are those of the objects' annotations and, where they were rendered, of services and
     * jobs, as far as they are about these rules.
     *
     * @param objects the objects of one environment or of several
     * @param today the day on which waivers are judged
     * @return what was found, and what of it is waived
     */
    public Verdict check(ObjectSet objects, LocalDate today) {
        Set<String> ids = rules.rules().stream().map(Rule::id).collect(Collectors.toSet());
        List<Held> waivers = objects.waivers().stream()
                .filter(held -> ids.contains(held.id().split("/", 2)[0]))
                .toList();
        return Verdict.of(waivers, findings(objects), today);
    }

    /**
     * Holds a platform to rules on intent and its manifests to these, so that the waivers of both are heard once, and what is
     * found in both is found once.
     *
     * @param plan the plan
     * @param intent the rules on intent
     * @param objects the objects that were rendered from the plan
     * @param today the day on which waivers are judged
     * @return what was found, and what of it is waived
     */
    public Verdict check(Plan plan, Policy intent, ObjectSet objects, LocalDate today) {
        List<Finding> found = new ArrayList<>(intent.findings(plan));
        found.addAll(Twins.without(findings(objects), found));
        return Verdict.of(plan, objects.annotated(), found, today);
    }

    /** Returns the ids of the rules. */
    @Override
    public String toString() {
        return rules.toString();
    }
}
