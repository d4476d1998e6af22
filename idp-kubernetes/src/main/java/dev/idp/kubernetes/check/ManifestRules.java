package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.condition.Sight;
import dev.idp.kubernetes.internal.condition.Sight.Form;
import dev.idp.kubernetes.internal.condition.Spot;
import dev.idp.kubernetes.internal.condition.Term;
import dev.idp.policy.Demand;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import dev.idp.policy.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules on manifests in a few lines.
 *
 * <pre>{@code
 * ManifestRules.forContainers("from-our-registry")
 *     .because("what is pulled from elsewhere was looked at by nobody")
 *     .fix("push the image to registry.example")
 *     .must(container -> container.at("image").text().orElse("").startsWith("registry.example/"), "its image is foreign")
 * }</pre>
 */
public final class ManifestRules {

    private ManifestRules() {}

    /**
     * Starts a rule on every object.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<ObjectSet, ManifestObject, ManifestFindings> forObjects(String id) {
        return RuleDraft.named(
                id, new Each<>(Sight.of(Form.OBJECTS), ObjectSet::objects, ManifestObject::root, object -> ""));
    }

    /**
     * Starts a rule on objects of one kind.
     *
     * @param id the rule's name, in lower case with dashes
     * @param group the group of the API, whatever the version; empty for the oldest one
     * @param kind the kind
     * @return what must be said first: why
     */
    public static RuleDraft.Named<ObjectSet, ManifestObject, ManifestFindings> forKind(
            String id, String group, String kind) {
        return RuleDraft.named(
                id,
                new Each<>(
                        new Sight(Form.KIND, group, kind),
                        objects -> objects.ofKind(group, kind),
                        ManifestObject::root,
                        object -> ""));
    }

    /**
     * Starts a rule on the pods of everything that makes some.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<ObjectSet, Pod, ManifestFindings> forPods(String id) {
        return RuleDraft.named(id, new Each<>(Sight.of(Form.PODS), ObjectSet::pods, Pod::spec, pod -> ""));
    }

    /**
     * Starts a rule on containers of all pods; a waiver may name one of them.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<ObjectSet, Container, ManifestFindings> forContainers(String id) {
        return RuleDraft.named(
                id,
                new Each<>(
                        Sight.of(Form.CONTAINERS),
                        objects -> objects.pods().stream()
                                .flatMap(pod -> pod.containers().stream())
                                .toList(),
                        Container::field,
                        Container::name));
    }

    /**
     * Starts a rule on all objects at once, of all environments.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why; {@link RuleDraft#must} finds its failure at the first object
     */
    public static RuleDraft.Named<ObjectSet, ObjectSet, ManifestFindings> forAll(String id) {
        return RuleDraft.named(
                id,
                new Each<>(
                        Sight.of(Form.EVERYTHING),
                        objects -> objects.objects().isEmpty() ? List.of() : List.of(objects),
                        objects -> objects.objects().get(0).root(),
                        objects -> ""));
    }

    /** One after the other, each at a field. */
    private record Each<W>(
            Sight sight, Function<ObjectSet, List<W>> of, Function<W, Field> field, Function<W, String> part)
            implements Selection<ObjectSet, W, ManifestFindings>, Sight.Known {

        @Override
        public List<Finding> show(
                Rule<ObjectSet> rule, ObjectSet objects, BiConsumer<? super W, ? super ManifestFindings> check) {
            List<Finding> found = new ArrayList<>();
            for (W subject : of.apply(objects)) {
                ManifestFindings findings = new ManifestFindings(rule, objects, part.apply(subject));
                try {
                    check.accept(subject, findings);
                } catch (RuntimeException | AssertionError thrown) {
                    ManifestObject object = field.apply(subject).object();
                    found.add(Finding.ofFailure(rule, object.environment(), object.subject(), thrown));
                }
                found.addAll(findings.all());
            }
            return List.copyOf(found);
        }

        @Override
        public void fail(W subject, ManifestFindings findings, String message) {
            findings.add(field.apply(subject), message);
        }

        /** What does not meet a condition is found where that is. */
        @Override
        public void fail(W subject, ManifestFindings findings, Demand<W> broken) {
            if (subject instanceof HasFields fields && broken.holds() instanceof Term<?> condition) {
                Set<String> said = new HashSet<>();
                spots(condition, fields)
                        .filter(spot -> said.add(spot.field().pointer()))
                        .forEach(spot -> spot.container()
                                .map(findings::at)
                                .orElse(findings)
                                .add(spot.field(), broken.otherwise()));
            } else {
                fail(subject, findings, broken.otherwise());
            }
        }

        /** The demand of a rule takes what the rule looks at. */
        @SuppressWarnings("unchecked")
        private static Stream<Spot> spots(Term<?> condition, HasFields subject) {
            return ((Term<HasFields>) condition).spots(subject, true).stream();
        }
    }
}
