package dev.idp.policy;

import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.List;

/** Rules on surviving what happens to machines. */
final class AvailabilityRules {

    private AvailabilityRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(replicasInProduction());
    }

    /** An unset number is left to others, and more copies of what has a state of its own are no simple matter. */
    private static Rule<EnvironmentPlan> replicasInProduction() {
        return Rules.forServices("replicas-in-production")
                .because("the only copy goes down with its machine, and with every roll-out of the machines")
                .fix("say replicas(2) or more")
                .link("https://kubernetes.io/docs/concepts/workloads/pods/disruptions/")
                .check((service, findings) -> {
                    if (findings.environment().tier() == Tier.PRODUCTION && isReplaceable(service)) {
                        service.replicas()
                                .filter(replicas -> replicas.minimum() < 2)
                                .ifPresent(replicas -> findings.add(
                                        service.decision(Settings.REPLICAS),
                                        "a single copy answers"
                                                + (replicas.isScaled() ? " while the load is low" : "")));
                    }
                });
    }

    private static boolean isReplaceable(ServicePlan service) {
        return service.serviceKind() == ServiceKind.STATELESS
                && !service.ports().isEmpty();
    }
}
