package dev.idp.kubernetes.admission;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.tree.ObjectMapping;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleSet;
import dev.idp.policy.Severity;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules on manifests as policies that a cluster enforces itself, whoever sends an object: of each rule whose demands are
 * {@link Condition}s, a ValidatingAdmissionPolicy and its binding. Of every other rule, {@link #unexported} says why there is
 * none. Clusters know such policies since Kubernetes 1.30.
 *
 * <pre>{@code
 * AdmissionPolicies policies = AdmissionPolicies.of(Checks.standard())
 *     .action(Severity.WARNING, ValidationAction.AUDIT)
 *     .inNamespaces("pod-security", "hardened");
 * Files.writeString(Path.of("deploy/policies.yaml"), policies.toYaml());
 * }</pre>
 *
 * <p>A policy comes to the verdict of its rule, about the object as the API server keeps it: with defaults filled in, without
 * what is null or, for some fields, empty or false. A condition on whether such a field is there is better one on its value.
 * Objects that are in the cluster already are judged when they are changed. Pods are judged as well, whoever makes them.
 *
 * <p>Waivers that objects hold by {@linkplain dev.idp.kubernetes.check.WaiverAnnotation annotations} are heard, so that what
 * passes the checks before it is merged is not refused afterwards; {@link #withoutWaivers} makes policies that nobody who
 * writes an object gets around. A cluster has no clock to judge by: the last day of a waiver counts only if {@link #asOf}
 * names a day, which is then written into the policies. Pods have the annotations of their templates: a waiver for these stands
 * there as well. The waiver of one container is heard by demands that are made on each container, or {@linkplain
 * Condition#eachContainer on each of a pod's} and nothing else. Waivers that services and jobs hold in a plan are not known to
 * a cluster.
 *
 * <p>This is a value: whatever is chosen makes another one.
 */
public final class AdmissionPolicies {

    /** Fields are where people look for them: the name of a variable before its expression. */
    private static final ObjectWriter IN_ORDER =
            ObjectMapping.MAPPER.writer().without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final RuleSet<ObjectSet> rules;
    private final Choices choices;

    private AdmissionPolicies(RuleSet<ObjectSet> rules, Choices choices) {
        this.rules = rules;
        this.choices = choices;
    }

    /**
     * Exports checks.
     *
     * @param checks the checks
     * @return the policies: an error is denied, a warning warns, and what is worth knowing is audited
     */
    public static AdmissionPolicies of(Checks checks) {
        return of(checks.rules());
    }

    /**
     * Exports rules.
     *
     * @param rules the rules, in any order
     * @return the policies: an error is denied, a warning warns, and what is worth knowing is audited
     * @throws IllegalArgumentException if two of them have the same id
     */
    public static AdmissionPolicies of(Collection<Rule<ObjectSet>> rules) {
        return new AdmissionPolicies(RuleSet.of(rules), Choices.DEFAULT);
    }

    /**
     * Says what the names of policies start with, before the id of their rule: {@code idp-} by default.
     *
     * @param start in lower case
     * @return other policies
     */
    public AdmissionPolicies prefix(String start) {
        return with(choices.prefix(Objects.requireNonNull(start, "the prefix of policies is null")));
    }

    /**
     * Says what clusters do about what rules of a severity find.
     *
     * @param severity the severity
     * @param action what they do
     * @param more what they do as well
     * @return other policies
     * @throws IllegalArgumentException if they are to refuse an object and to warn of it, which clusters do not
     */
    public AdmissionPolicies action(Severity severity, ValidationAction action, ValidationAction... more) {
        Set<ValidationAction> actions = EnumSet.of(action, more);
        if (actions.containsAll(List.of(ValidationAction.DENY, ValidationAction.WARN))) {
            throw new IllegalArgumentException("what is denied is not warned of as well: the refusal says it all");
        }
        return with(choices.action(severity, actions));
    }

    /**
     * Lets the policies hold in some namespaces alone; said twice, in those that have both labels.
     *
     * @param label the key of a label of the namespaces
     * @param value its value
     * @return other policies
     */
    public AdmissionPolicies inNamespaces(String label, String value) {
        return with(choices.namespace(label, value));
    }

    /**
     * Says what a kind is called in the paths of the API, which nobody knows of kinds that a cluster does not bring along.
     *
     * @param group the group of its API
     * @param kind the kind
     * @param plural the name of its resource, for example {@code clusters}
     * @return other policies
     */
    public AdmissionPolicies resource(String group, String kind, String plural) {
        return with(choices.resource(new Choices.Kind(group, kind), plural));
    }

    /**
     * Makes policies deaf to the annotations of objects.
     *
     * @return other policies
     */
    public AdmissionPolicies withoutWaivers() {
        return with(choices.waivers(false, Optional.empty()));
    }

    /**
     * Makes policies that hear no waiver whose last day is past; who exports them every day keeps them up to date.
     *
     * @param today the day on which waivers must not have expired
     * @return other policies
     */
    public AdmissionPolicies asOf(LocalDate today) {
        return with(choices.waivers(true, Optional.of(today)));
    }

    /**
     * Returns the policies.
     *
     * @return one for each rule that can be expressed, in the order of their ids
     */
    public List<AdmissionPolicy> policies() {
        return rules.rules().stream()
                .filter(rule -> Expressibility.obstacle(rule, choices).isEmpty())
                .map(rule -> PolicyObjects.of(rule, Expressibility.sight(rule).orElseThrow(), choices))
                .toList();
    }

    /**
     * Returns the rules of which there is no policy.
     *
     * @return each with the reason, in the order of their ids
     */
    public List<UnexportedRule> unexported() {
        return rules.rules().stream()
                .flatMap(rule -> Expressibility.obstacle(rule, choices).stream()
                        .map(reason -> new UnexportedRule(rule.id(), reason)))
                .toList();
    }

    /**
     * Returns what to apply.
     *
     * @return each policy, followed by its binding
     */
    public List<GenericKubernetesResource> objects() {
        return policies().stream()
                .flatMap(policy -> Stream.of(policy.policy(), policy.binding()))
                .toList();
    }

    /**
     * Writes what to apply.
     *
     * @return a document for each object
     */
    public String toYaml() {
        YamlWriter yaml = new YamlWriter();
        try {
            for (GenericKubernetesResource object : objects()) {
                yaml.startDocument();
                IN_ORDER.writeValue(new YamlGenerator(yaml), object);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new String(yaml.toByteArray(), StandardCharsets.UTF_8);
    }

    /**
     * Returns a judge that evaluates the policies without a cluster, for tests.
     *
     * @return the judge
     * @throws IllegalStateException if {@code dev.cel:cel} is not on the class path
     */
    public OfflineAdmission offline() {
        return new OfflineAdmission(policies(), choices);
    }

    private AdmissionPolicies with(Choices others) {
        return new AdmissionPolicies(rules, others);
    }

    /** Returns how many rules are exported, and how many are not. */
    @Override
    public String toString() {
        return policies().size() + " policies, " + unexported().size() + " rules that are none";
    }
}
