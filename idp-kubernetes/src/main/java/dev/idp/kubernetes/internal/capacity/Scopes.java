package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which pods a quota counts.
 *
 * @param quota the quota
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">Quota Scopes</a>
 */
record Scopes(ManifestObject quota) {

    private record Term(String scope, String operator, List<String> values) {}

    /** A quota of some pods counts nothing else. */
    boolean isOfPodsAlone() {
        return !terms().isEmpty();
    }

    boolean count(Pod pod, Ranges ranges) {
        return terms().stream().allMatch(term -> count(term, pod, ranges));
    }

    private List<Term> terms() {
        return Stream.concat(
                        quota.at("spec", "scopes").items().stream()
                                .flatMap(scope -> scope.text().stream())
                                .map(scope -> new Term(scope, "Exists", List.of())),
                        quota.at("spec", "scopeSelector", "matchExpressions").items().stream()
                                .map(Scopes::term))
                .toList();
    }

    private static Term term(Field expression) {
        return new Term(
                expression.get("scopeName").text().orElse(""),
                expression.get("operator").text().orElse(""),
                expression.get("values").items().stream()
                        .flatMap(value -> value.scalar().stream())
                        .toList());
    }

    private static boolean count(Term term, Pod pod, Ranges ranges) {
        return switch (term.scope()) {
            case "Terminating" -> isTerminating(pod);
            case "NotTerminating" -> !isTerminating(pod);
            case "BestEffort" -> isBestEffort(pod, ranges);
            case "NotBestEffort" -> !isBestEffort(pod, ranges);
            case "PriorityClass" ->
                isOfClass(term, pod.spec().get("priorityClassName").text());
            case "CrossNamespacePodAffinity" -> looksElsewhere(pod);
            // Whatever a newer version counts, it is not for this one to guess.
            default -> false;
        };
    }

    /** The deadline of the pod: that of its job is another one. */
    private static boolean isTerminating(Pod pod) {
        return pod.spec().get("activeDeadlineSeconds").number().isPresent();
    }

    private static boolean isBestEffort(Pod pod, Ranges ranges) {
        return pod.containers().stream()
                .filter(container -> container.role() != Container.Role.EPHEMERAL)
                .map(container -> Resources.of(container, ranges))
                .allMatch(own -> Stream.of("cpu", "memory")
                        .allMatch(resource -> own.requests().get(resource).signum() == 0
                                && own.limits().get(resource).signum() == 0));
    }

    private static boolean isOfClass(Term term, Optional<String> name) {
        return switch (term.operator()) {
            case "Exists" -> name.isPresent();
            case "DoesNotExist" -> name.isEmpty();
            case "In" -> name.filter(term.values()::contains).isPresent();
            case "NotIn" -> name.filter(term.values()::contains).isEmpty();
            default -> false;
        };
    }

    private static boolean looksElsewhere(Pod pod) {
        Field affinity = pod.spec().get("affinity");
        return Stream.of(affinity.get("podAffinity"), affinity.get("podAntiAffinity"))
                .flatMap(kind -> Stream.concat(
                        kind.get("requiredDuringSchedulingIgnoredDuringExecution").items().stream(),
                        kind.get("preferredDuringSchedulingIgnoredDuringExecution").items().stream()
                                .map(preferred -> preferred.get("podAffinityTerm"))))
                .anyMatch(term -> !term.get("namespaces").items().isEmpty()
                        || term.get("namespaceSelector").isPresent());
    }
}
