package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Whether what refers to each other finds each other. */
public final class WiringRules {

    private WiringRules() {}

    /**
     * Returns every rule on wiring.
     *
     * @return the rules, family by family
     */
    public static List<Rule<ObjectSet>> all() {
        return Stream.of(
                        ObjectRules.all(),
                        SelectorRules.all(),
                        ServiceRules.all(),
                        BackendRules.all(),
                        AddressRules.all(),
                        AutoscalerRules.all(),
                        BudgetRules.all(),
                        ConfigurationRules.all(),
                        AccountRules.all(),
                        PolicyRules.all(),
                        VolumeRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
