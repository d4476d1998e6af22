package dev.idp.testing.junit;

import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environments that a template runs in.
 *
 * @param platform whose environments
 * @param names their names; none for all
 * @param tiers their tiers; none for all
 */
record Environments(PlannedPlatform platform, List<String> names, List<Tier> tiers) {

    static Environments of(PlannedPlatform platform, String[] names, Tier[] tiers) {
        Arrays.stream(names).forEach(platform::in);
        return new Environments(platform, List.of(names), List.of(tiers));
    }

    Stream<EnvironmentPlan> selected() {
        return platform.plan().environments().stream()
                .filter(environment -> names.isEmpty() || names.contains(environment.name()))
                .filter(environment -> tiers.isEmpty() || tiers.contains(environment.tier()));
    }

    /** Returns for example {@code  in prod and tier test or staging}. */
    String where() {
        String inNames = names.isEmpty() ? "" : " in " + String.join(" or ", names);
        String inTiers = tiers.isEmpty()
                ? ""
                : " in tier " + tiers.stream().map(Environments::word).collect(Collectors.joining(" or "));
        return inNames + inTiers;
    }

    static String word(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
