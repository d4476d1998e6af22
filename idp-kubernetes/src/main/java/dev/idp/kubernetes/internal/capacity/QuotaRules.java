package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on quotas, and on what counts against them. */
public final class QuotaRules {

    /** What a quota makes every container say. */
    private static final List<String> WANTED =
            List.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private QuotaRules() {}

    /**
     * Returns every rule of this family.
     *
     * @return the rules
     */
    public static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forAll("quota-fits")
                .because("what does not fit into the quota of its namespace is refused, one pod at a time")
                .severity(Severity.ERROR)
                .fix("raise the quota, or ask for less")
                .link("https://kubernetes.io/docs/concepts/policy/resource-quotas/")
                .check((objects, found) -> Namespace.all(objects).forEach(namespace -> namespace
                        .ofKind("", "ResourceQuota")
                        .forEach(quota -> check(quota, namespace, found)))));
    }

    private static void check(ManifestObject quota, Namespace namespace, ManifestFindings found) {
        Shares shares = new Shares(quota, namespace);
        Map<String, Field> hard = quota.at("spec", "hard").entries();
        hard.forEach((key, field) -> field.scalar()
                .flatMap(Quantities::parse)
                .ifPresent(amount -> check(new Sum(key, shares.of(key)), amount, field, found)));
        List<String> wanted = WANTED.stream().filter(hard::containsKey).toList();
        if (!wanted.isEmpty()) {
            shares.tenants().stream()
                    .filter(tenant -> tenant.scale().most() > 0)
                    .forEach(tenant -> unsaid(tenant.pod(), wanted, shares.ranges(), quota, found));
        }
    }

    private static void check(Sum sum, BigDecimal hard, Field field, ManifestFindings found) {
        String namespace = field.object().namespace();
        String start = sum.key() + (namespace.isEmpty() ? "" : " in " + namespace);
        String end = " of " + Quantities.format(sum.key(), hard) + ": ";
        String most = "raise " + sum.key() + " to " + Quantities.format(sum.key(), sum.most());
        if (sum.least().compareTo(hard) > 0) {
            found.add(
                    Severity.ERROR,
                    field,
                    start + " at least " + Quantities.format(sum.key(), sum.least()) + end + sum.leastTermsText()
                            + caveats(sum),
                    most + ", or ask for less");
        } else if (sum.most().compareTo(hard) > 0) {
            found.add(
                    Severity.WARNING,
                    field,
                    start + " at most " + Quantities.format(sum.key(), sum.most()) + end + sum.mostTermsText()
                            + caveats(sum),
                    most + Fit.of(sum, hard).map(QuotaRules::maxima).orElse(", or ask for less"));
        }
    }

    private static String maxima(Map<Share, Long> maxima) {
        return maxima.entrySet().stream()
                .map(entry -> entry.getKey().name() + " to " + entry.getValue())
                .collect(Collectors.joining(", ", ", or lower maxReplicas: ", ""));
    }

    private static String caveats(Sum sum) {
        return Stream.of(
                        caveat(sum, Scale.Nature.PER_NODE, " counted for one node"),
                        caveat(sum, Scale.Nature.OVERLAPPING_RUN, " counted once, though runs may overlap"))
                .flatMap(text -> text)
                .collect(Collectors.joining());
    }

    private static Stream<String> caveat(Sum sum, Scale.Nature nature, String what) {
        String names = sum.shares().stream()
                .filter(share -> share.scale().nature() == nature)
                .map(Share::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Stream.empty() : Stream.of("; " + names + what);
    }

    private static void unsaid(
            Pod pod, List<String> wanted, Ranges ranges, ManifestObject quota, ManifestFindings found) {
        // What a pod says for itself is said for all of its containers.
        if (pod.spec().get("resources").isPresent()) {
            return;
        }
        for (Container container : pod.containers()) {
            if (container.role() == Container.Role.EPHEMERAL) {
                continue;
            }
            Resources said = Resources.of(container, ranges);
            String missing = wanted.stream().filter(key -> !says(said, key)).collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                found.add(
                        Severity.ERROR,
                        container.at("resources"),
                        container + " does not say " + missing + ", which " + quota + " asks of every container",
                        "say it, or give it a default by a LimitRange");
            }
        }
    }

    private static boolean says(Resources said, String key) {
        String resource = key.substring(key.indexOf('.') + 1);
        return (key.startsWith("limits.") ? said.limits() : said.requests()).has(resource);
    }
}
