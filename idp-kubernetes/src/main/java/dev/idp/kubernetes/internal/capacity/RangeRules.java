package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on what one container, pod or claim may have. */
public final class RangeRules {

    private RangeRules() {}

    /**
     * Returns every rule of this family.
     *
     * @return the rules
     */
    public static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forAll("limit-range-fits")
                .because("what is outside the range of its namespace is refused")
                .severity(Severity.ERROR)
                .fix("ask for what the range allows, or widen the range")
                .link("https://kubernetes.io/docs/concepts/policy/limit-range/")
                .check((objects, found) -> Namespace.all(objects).forEach(namespace -> check(namespace, found))));
    }

    private static void check(Namespace namespace, ManifestFindings found) {
        Ranges ranges = Ranges.of(namespace);
        for (Range range : ranges.all()) {
            switch (range.type()) {
                case Range.CONTAINER -> namespace.pods().forEach(pod -> containers(pod, range, ranges, found));
                case "Pod" -> namespace.pods().forEach(pod -> pod(pod, range, ranges, found));
                case "PersistentVolumeClaim" -> Claim.all(namespace).forEach(claim -> claim(claim, range, found));
                default -> {
                    // Images have ranges as well, and nobody asks for those in a manifest.
                }
            }
        }
    }

    private static void containers(Pod pod, Range range, Ranges ranges, ManifestFindings found) {
        for (Container container : pod.containers()) {
            if (container.role() != Container.Role.EPHEMERAL) {
                Resources resources = Resources.of(container, ranges);
                Field field = container.at("resources");
                Bounds.broken(range, resources).forEach((resource, what) -> found.add(field, container + ": " + what));
                contradictions(range, resources, container, found);
            }
        }
    }

    /** A limit that was filled in may be less than the request that somebody wrote. */
    private static void contradictions(Range range, Resources filled, Container container, ManifestFindings found) {
        Amounts written = Amounts.of(container.at("resources", "limits"));
        range.limits().byResource().forEach((resource, limit) -> {
            boolean isFilled =
                    !written.has(resource) && filled.limits().get(resource).compareTo(limit) == 0;
            // Beyond what the range allows at most, that is found already.
            boolean isAllowed = !range.max().has(resource)
                    || filled.requests().get(resource).compareTo(range.max().get(resource)) <= 0;
            if (isFilled && isAllowed && filled.requests().get(resource).compareTo(limit) > 0) {
                found.add(
                        container.at("resources"),
                        container + ": its " + resource + " request "
                                + Quantities.format(resource, filled.requests().get(resource)) + " is above the limit "
                                + Quantities.format(resource, limit) + " that it gets from " + range.object(),
                        "say a limit, or ask for less");
            }
        });
    }

    private static void pod(Pod pod, Range range, Ranges ranges, ManifestFindings found) {
        Bounds.broken(range, Resources.withoutOverhead(pod, ranges))
                .forEach((resource, what) -> found.add(pod.spec(), "its pods together: " + what));
    }

    private static void claim(Claim claim, Range range, ManifestFindings found) {
        Bounds.broken(range, new Resources(claim.requests(), claim.requests()))
                .forEach((resource, what) -> found.add(
                        claim.spec().at("resources", "requests", "storage"), "claim '" + claim.name() + "': " + what));
    }
}
