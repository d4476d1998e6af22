package dev.idp.policy;

import dev.idp.plan.EnvironmentPlan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The library's rules on what services and jobs are meant to be. */
public final class IntentRules {

    private static final List<Rule<EnvironmentPlan>> ALL = Stream.of(
                    AvailabilityRules.all(),
                    ExposureRules.all(),
                    ImageRules.all(),
                    JobRules.all(),
                    OwnershipRules.all(),
                    PermissionRules.all(),
                    PrivilegeRules.all(),
                    ProbeRules.all(),
                    ReleaseRules.all(),
                    SecretRules.all(),
                    SizeRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private IntentRules() {}

    /**
     * Returns every rule. {@link Policy#standard()} applies them all, and leaves those out that it is told to.
     *
     * @return in the order of their ids
     */
    public static List<Rule<EnvironmentPlan>> all() {
        return ALL;
    }
}
