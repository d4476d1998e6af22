package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.condition.Sight;
import dev.idp.policy.DemandRule;
import dev.idp.policy.Rule;
import dev.idp.policy.SelectionRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which rules a cluster can enforce. */
final class Expressibility {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,230}[a-z0-9])?");

    private Expressibility() {}

    /** Returns what keeps a rule from being a policy, in one clause; empty if nothing does. */
    static Optional<String> obstacle(Rule<ObjectSet> rule, Choices choices) {
        if (!NAME.matcher(choices.prefix() + rule.id()).matches()) {
            return Optional.of("its id is no part of a name in Kubernetes");
        }
        return sight(rule)
                .map(sight -> sight.form() == Sight.Form.EVERYTHING
                        ? Optional.of("it looks at several objects at once")
                        : ofDemands(rule).or(() -> ofSight(sight, choices)))
                .orElse(Optional.of("what it looks at is chosen by Java code"));
    }

    /** Returns what a rule looks at; empty if its own code chooses that. */
    static Optional<Sight> sight(Rule<ObjectSet> rule) {
        return rule instanceof SelectionRule<?, ?> one && one.selection() instanceof Sight.Known known
                ? Optional.of(known.sight())
                : Optional.empty();
    }

    private static Optional<String> ofSight(Sight sight, Choices choices) {
        return switch (sight.form()) {
            case OBJECTS ->
                Optional.of(
                        "it looks at objects of every kind, and a policy on leases and events could stop a cluster");
            case KIND ->
                Resources.isNamed(sight.group(), sight.kind(), choices)
                        ? Optional.empty()
                        : Optional.of("the resource of kind " + sight.kind() + " of " + sight.group()
                                + " has no known name: say it with resource()");
            case PODS, CONTAINERS, EVERYTHING -> Optional.empty();
        };
    }

    private static Optional<String> ofDemands(Rule<ObjectSet> rule) {
        if (!(rule instanceof DemandRule<?, ?> demanding)) {
            return Optional.of("its check is Java code");
        }
        return demanding.demands().stream().allMatch(demand -> demand.holds() instanceof Condition<?>)
                ? Optional.empty()
                : Optional.of("its demand is Java code, and no condition");
    }
}
