package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.condition.EachContainer;
import dev.idp.kubernetes.internal.condition.Elsewhere;
import dev.idp.kubernetes.internal.condition.FoundAt;
import dev.idp.kubernetes.internal.condition.OfRole;
import dev.idp.kubernetes.internal.condition.Opposite;
import dev.idp.kubernetes.internal.condition.Scope;
import dev.idp.kubernetes.internal.condition.Several;
import dev.idp.kubernetes.internal.condition.Target;
import dev.idp.kubernetes.internal.condition.Term;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A condition on the fields of an object or of a part of one, made of words that Kubernetes has as well: a rule that demands
 * one can be {@linkplain dev.idp.kubernetes.admission.AdmissionPolicies exported} to clusters, which then refuse exactly what
 * the rule finds.
 *
 * <pre>{@code
 * ManifestRules.forContainers("not-privileged")
 *     .because("a privileged container is root on its node")
 *     .must(Condition.field("securityContext", "privileged").isNotTrue(), "it is privileged")
 * }</pre>
 *
 * <p>Every condition holds or does not hold of whatever stands in a field: of a field that is not there, of null and of a value
 * of another type, nothing is said but that it {@code isAbsent}, {@code isNotTrue} and so on. What a rule finds, it finds at the
 * fields that do not meet the condition, each by itself; of several that {@link #anyOf} asks for, at the last.
 *
 * @param <W> what it is a condition on: {@link Pod}, {@link Container}, {@link ManifestObject}, {@link Field}
 */
public sealed interface Condition<W extends HasFields> extends Predicate<W> permits Term {

    /**
     * Starts a condition on a field.
     *
     * @param name the name of the field
     * @param more the name of a field of that, and so on
     * @return what says the rest
     */
    static ConditionOn<HasFields> field(String name, String... more) {
        return new ConditionOn<>(new Target.Named<>(
                Stream.concat(Stream.of(name), Arrays.stream(more)).toList()));
    }

    /**
     * Starts a condition on an element of a list or a value of a map itself.
     *
     * @return what says the rest
     */
    static ConditionOn<Field> value() {
        return new ConditionOn<>(new Target.Named<>(List.of()));
    }

    /**
     * Starts a condition on {@linkplain Container#security what holds for a container}: a field of its own security context, or
     * else of its pod's.
     *
     * @param name the name of a field that both have
     * @return what says the rest
     */
    static ConditionOn<Container> security(String name) {
        return new ConditionOn<>(new Target.Security(name));
    }

    /**
     * Returns what holds of containers in some of the lists of their pods.
     *
     * @param role one of the lists
     * @param more others
     * @return the condition
     */
    static Condition<Container> isAmong(Container.Role role, Container.Role... more) {
        return new OfRole(EnumSet.of(role, more));
    }

    /**
     * Returns what holds of containers whose pods meet a condition.
     *
     * @param condition the condition
     * @return the condition on containers
     */
    static Condition<Container> ofPod(Condition<? super Pod> condition) {
        return new Elsewhere<>(Container::pod, Scope::pod, Term.of(condition));
    }

    /**
     * Returns what holds of pods whose labels, annotations and so on meet a condition: those of a template, not of the workload
     * around it.
     *
     * @param condition the condition on the metadata
     * @return the condition on pods
     */
    static Condition<Pod> ofMetadata(Condition<HasFields> condition) {
        return new Elsewhere<>(Pod::metadata, Scope::metadata, Term.of(condition));
    }

    /**
     * Returns what holds of parts of objects that meet a condition as a whole, such as one on their kind.
     *
     * @param <W> a part of an object
     * @param condition the condition on objects
     * @return the condition on parts
     */
    static <W extends HasFields> Condition<W> ofObject(Condition<? super ManifestObject> condition) {
        return new Elsewhere<>(part -> part.at().object(), Scope::object, Term.of(condition));
    }

    /**
     * Returns what holds of pods whose containers all meet a condition.
     *
     * @param condition the condition
     * @return the condition on pods; what does not meet it is found at the container
     */
    static Condition<Pod> eachContainer(Condition<? super Container> condition) {
        return new EachContainer(Term.of(condition));
    }

    /**
     * Returns what holds where all of several conditions do.
     *
     * @param <W> what they are conditions on
     * @param conditions the conditions
     * @return one condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, and nobody else sees it.
    static <W extends HasFields> Condition<W> allOf(Condition<? super W>... conditions) {
        return new Several<>(terms(conditions), true);
    }

    /**
     * Returns what holds where one of several conditions does.
     *
     * @param <W> what they are conditions on
     * @param conditions the conditions, the one last that is best met where none is
     * @return one condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, and nobody else sees it.
    static <W extends HasFields> Condition<W> anyOf(Condition<? super W>... conditions) {
        return new Several<>(terms(conditions), false);
    }

    /**
     * Returns what holds where this condition and another one do.
     *
     * @param other the other one
     * @return one condition
     */
    default Condition<W> and(Condition<? super W> other) {
        return new Several<>(List.of(Term.of(this), Term.of(other)), true);
    }

    /**
     * Returns what holds where this condition or another one does.
     *
     * @param other the other one
     * @return one condition
     */
    default Condition<W> or(Condition<? super W> other) {
        return new Several<>(List.of(Term.of(this), Term.of(other)), false);
    }

    /**
     * Returns what holds where this condition does not.
     *
     * @return the opposite
     */
    @Override
    default Condition<W> negate() {
        return new Opposite<>(Term.of(this));
    }

    /**
     * Says where failures are found: by default, at the fields that the condition is about.
     *
     * @param names the name of a field, the name of a field of that, and so on; none for what has the fields itself
     * @return the same condition
     */
    default Condition<W> foundAt(String... names) {
        return new FoundAt<>(Term.of(this), new Target.Named<>(List.of(names)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, and nobody else sees it.
    private static <W extends HasFields> List<Term<W>> terms(Condition<? super W>... conditions) {
        return Arrays.stream(conditions).map(condition -> Term.<W>of(condition)).toList();
    }
}
