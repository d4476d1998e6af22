package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.capacity.QuotaRules;
import dev.idp.kubernetes.internal.capacity.RangeRules;
import dev.idp.kubernetes.internal.check.podsecurity.PodSecurityStandard;
import dev.idp.kubernetes.internal.check.wiring.WiringRules;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every family of rules: a new one is a class of its own and a line here. */
public final class StandardRules {

    private StandardRules() {}

    /**
     * Returns every rule.
     *
     * @param version the version of the clusters
     * @return the rules, family by family
     */
    public static List<Rule<ObjectSet>> of(KubernetesVersion version) {
        return Stream.of(
                        WaiverTextRules.all(),
                        ImageRules.all(),
                        WiringRules.all(),
                        PodSecurityStandard.restricted(version),
                        SchemaRules.all(Optional.empty()),
                        PrivilegeRules.all(),
                        TokenRules.all(),
                        RightsRules.all(),
                        SecretRules.all(),
                        SizeRules.all(),
                        ProbeRules.all(),
                        ProbePortRules.all(),
                        AvailabilityRules.all(),
                        ExposureRules.all(),
                        RouteRules.all(),
                        JobRules.all(),
                        HygieneRules.all(),
                        QuotaRules.all(),
                        RangeRules.all(),
                        ApiLifeRules.all(version))
                .flatMap(List::stream)
                .toList();
    }
}
