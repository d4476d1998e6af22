package dev.idp.tests.kubernetes.explain;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Change a decision, and exactly the leaves change that cite it.
 *
 * <p>What appears or vanishes as a whole must hold at least one leaf that cites the decision, as something that it is made
 * of or as a condition; or, where something appears, the explanation of why it was not there did.
 */
final class TraceLaw {

    private final String environment;
    private final Map<String, ExplainedObject> before;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /** Which decisions were changed together, and which leaves changed with them. */
    private record Effect(Set<String> subjects, Set<String> leaves) {}

    TraceLaw(Plan plan, String environment) {
        this.environment = environment;
        this.before = render(plan, Map.of());
    }

    private Map<String, ExplainedObject> render(Plan plan, Map<String, String> renamed) {
        EnvironmentPlan found = plan.environments().stream()
                .filter(candidate -> candidate.name().equals(environment)
                        || candidate.name().equals(environment + Perturbations.OTHER))
                .findFirst()
                .orElseThrow();
        Manifests manifests = Kubernetes.backend().render(RichExtensions.bound(found));
        return ExplainedObject.all(manifests, renamed);
    }

    void apply(Perturbation perturbation) {
        Plan plan = Plan.fromJson(perturbation.plan().toString(), KubernetesSettings.all());
        Map<String, ExplainedObject> after;
        try {
            after = render(plan, perturbation.renamed());
        } catch (PlatformException refusal) {
            refused.add(perturbation.what());
            return;
        }
        Effect effect = new Effect(perturbation.subjects(), new LinkedHashSet<>());
        effects.add(effect);
        before.forEach((key, object) -> {
            ExplainedObject other = after.remove(key);
            if (other == null) {
                ground(perturbation, object, "", "vanishes");
            } else {
                compare(perturbation, key, object, other, effect);
            }
        });
        after.forEach((key, object) -> ground(perturbation, object, "", "appears"));
    }

    private void compare(
            Perturbation perturbation, String key, ExplainedObject object, ExplainedObject other, Effect effect) {
        ObjectDiff diff = new ObjectDiff(object.tree(), other.tree());
        for (String pointer : diff.changed) {
            effect.leaves().add(leaf(key, pointer));
            Set<String> cited = object.citedWithParts(pointer);
            if (Collections.disjoint(cited, perturbation.subjects())) {
                broken.add(perturbation.what() + ": " + key + " " + pointer + " changes and cites only " + cited);
            }
        }
        diff.vanished.forEach(pointer -> ground(perturbation, object, pointer, "vanishes"));
        diff.appeared.stream()
                .filter(pointer -> Collections.disjoint(object.groundsOfAbsence(pointer), perturbation.subjects()))
                .forEach(pointer -> ground(perturbation, other, pointer, "appears"));
    }

    private void ground(Perturbation perturbation, ExplainedObject object, String pointer, String happens) {
        Set<String> grounds = object.groundsAt(pointer);
        if (Collections.disjoint(grounds, perturbation.subjects())) {
            broken.add(perturbation.what() + ": " + object.reference() + " " + pointer + " " + happens
                    + " and is there only because of " + grounds);
        }
    }

    /** Returns the changes that a leaf does not own up to. */
    List<String> broken() {
        return broken;
    }

    /** Returns the changes after which nothing can be rendered. */
    List<String> refused() {
        return refused;
    }

    /** Returns the citations of decisions that no leaf would miss. */
    List<String> citedInVain() {
        List<String> inVain = new ArrayList<>();
        before.forEach((key, object) -> object.leavesBySubject().forEach((subject, leaves) -> leaves.stream()
                .filter(pointer -> !isMadeOf(leaf(key, pointer), subject))
                .forEach(pointer -> inVain.add(key + " " + pointer + " cites " + subject))));
        return inVain;
    }

    /** Decisions that agree on a leaf change it only together; each of them counts if the others alone do not. */
    private boolean isMadeOf(String leaf, String subject) {
        return effects.stream()
                .filter(effect ->
                        effect.subjects().contains(subject) && effect.leaves().contains(leaf))
                .anyMatch(effect -> {
                    Set<String> others = new LinkedHashSet<>(effect.subjects());
                    others.remove(subject);
                    return effects.stream()
                            .noneMatch(other -> others.containsAll(other.subjects())
                                    && other.leaves().contains(leaf));
                });
    }

    private static String leaf(String key, String pointer) {
        return key + " " + pointer;
    }

    /** Returns how many leaves were seen to change, by the subjects that were changed. */
    Map<Set<String>, Integer> effects() {
        Map<Set<String>, Integer> counts = new LinkedHashMap<>();
        effects.forEach(
                effect -> counts.merge(effect.subjects(), effect.leaves().size(), Integer::sum));
        return counts;
    }
}
